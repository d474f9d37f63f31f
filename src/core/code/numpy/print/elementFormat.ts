import type { Machine, Value } from '../../value';
import { dtypeInfo, fitter, isFloat } from '../dtype';
import { scalar, single, type ElementType } from '../ndarray';
import { exponentText, positional, scientific } from './digits';
import type { PrintOptions } from './options';
import { scalarText } from './scalarText';

/** Writes one element of an array, all to one width. */
export type ElementFormat = (item: Value) => string;

/** Chooses how the floats of one array are written, by the finite ones among those that are shown. */
function floatFormat(items: readonly number[], dtype: ElementType, options: PrintOptions): ElementFormat {
  const { precision: wanted, suppress, nanstr, infstr, sign, floatmode } = options;
  const finite = items.filter(Number.isFinite);
  const fit = fitter(dtype);
  let greatest = 0;
  let least = Infinity;
  let minus = false;
  for (const x of finite) {
    const a = Math.abs(x);
    if (a !== 0) {
      if (a > greatest) greatest = a;
      if (a < least) least = a;
    }
    if (x < 0 || Object.is(x, -0)) minus = true;
  }
  const exponential =
    greatest > 0 && (greatest >= fit(1e8) || (!suppress && (least < fit(0.0001) || fit(greatest / least) > 1000)));
  const limit = floatmode === 'unique' ? 400 : wanted;
  const fixed = floatmode === 'fixed';
  const equal = fixed || floatmode === 'maxprec_equal';
  const plus = (x: number): string => (sign === '+' && x >= 0 ? '+' : '');
  let left = 0;
  let right = 0;
  let exponentDigits = 2;
  if (exponential) {
    let longest = 0;
    for (const x of finite) {
      const [first, rest, exponent] = scientific(x, dtype, limit);
      left = Math.max(left, first.length + plus(x).length);
      longest = Math.max(longest, rest.length);
      exponentDigits = Math.max(exponentDigits, String(Math.abs(exponent)).length);
    }
    right = fixed ? wanted : longest;
  } else {
    for (const x of finite) {
      const [whole, fraction] = positional(x, dtype, limit);
      left = Math.max(left, whole.length + plus(x).length);
      right = Math.max(right, fraction.length);
    }
    if (fixed && finite.length > 0) right = wanted;
  }
  if (sign === ' ' && !minus) left++;
  const digits = right;
  const places = exponential ? digits + 2 + exponentDigits : digits;
  if (finite.length < items.length) {
    const negative = sign !== '-' || items.includes(-Infinity) ? 1 : 0;
    left = Math.max(left, nanstr.length - places - 1, infstr.length + negative - places - 1);
  }
  return (item) => {
    const x = item as number;
    if (!Number.isFinite(x)) {
      const text = Number.isNaN(x)
        ? (sign === '+' ? '+' : '') + nanstr
        : (x < 0 ? '-' : sign === '+' ? '+' : '') + infstr;
      return text.padStart(left + places + 1);
    }
    if (exponential) {
      const [first, rest, exponent] = scientific(x, dtype, digits, digits);
      return (plus(x) + first).padStart(left) + '.' + rest.padEnd(digits, '0') + exponentText(exponent, exponentDigits);
    }
    const [whole, fraction] = positional(x, dtype, digits, equal ? digits : 0);
    return (plus(x) + whole).padStart(left) + '.' + (equal ? fraction.padEnd(digits, '0') : fraction.padEnd(digits));
  };
}

const formatterNames: Readonly<Record<string, readonly string[]>> = {
  b: ['bool', 'all'],
  i: ['int', 'int_kind', 'all'],
  u: ['int', 'int_kind', 'all'],
  f: ['float', 'float_kind', 'all'],
  O: ['object', 'all'],
  U: ['numpystr', 'str_kind', 'all'],
};

function ownFormat(dtype: ElementType, options: PrintOptions, machine: Machine): ElementFormat | undefined {
  if (options.formatter.size === 0) return undefined;
  const names = formatterNames[dtypeInfo[dtype].kind]!;
  // the program's dict gives the order of precedence: the last name that fits wins
  let call: Value | undefined;
  for (const name of [...names].reverse()) call = options.formatter.get(name) ?? call;
  if (call === undefined) return undefined;
  const callee = call;
  return (item) => {
    const value = dtype === 'object' || dtype === 'str' ? item : scalar(single(dtype, item));
    return machine.str(machine.call(callee, [value]));
  };
}

/** How the elements of an array that are shown are written. */
export function elementFormat(
  items: readonly Value[],
  dtype: ElementType,
  options: PrintOptions,
  dimensions: number,
  machine: Machine | undefined,
): ElementFormat {
  const own = machine && ownFormat(dtype, options, machine);
  if (own) return own;
  if (isFloat(dtype)) return floatFormat(items as readonly number[], dtype, options);
  if (dtype === 'bool') {
    return dimensions > 0 ? (item) => (item === 0 ? 'False' : ' True') : (item) => (item === 0 ? 'False' : 'True');
  }
  if (dtype === 'object' || dtype === 'str') {
    return (item) => {
      const text = machine ? machine.repr(item) : `'${item as string}'`;
      const listed = item !== null && typeof item === 'object' && item.kind === 'list';
      return listed ? `list(${text})` : text;
    };
  }
  const plus = options.sign === '+' ? (item: Value) => ((item as number) >= 0 ? '+' : '') : () => '';
  const text = (item: Value): string => plus(item) + scalarText(item as number | bigint, dtype);
  const texts = items.map(text);
  const width = Math.max(0, ...texts.map((each) => each.length));
  return (item) => text(item).padStart(width);
}
