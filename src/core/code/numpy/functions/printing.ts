import { PyError, type Machine, type OpaqueObject, type Value } from '../../value';
import { asArray } from '../asArray';
import { changed, printOptions, setPrintOptions, type PrintOptions } from '../print/options';
import { arrayRepr, arrayStr, arrayToString } from '../print/arrayText';
import { exponentText, positional, scientific } from '../print/digits';
import { native } from '../signature';
import { errorState, setErrorState, type ErrorState, type FloatingError } from '../ufunc/errorState';

/** A context that sets something on entry and puts it back on leaving. */
function context(type: string, enter: (m: Machine) => () => void): OpaqueObject {
  let leave: (() => void) | undefined;
  const self: OpaqueObject = {
    kind: 'object',
    type,
    get: (name) => {
      if (name === '__enter__') {
        return native(name, '', (m) => {
          leave = enter(m);
          return self;
        });
      }
      if (name === '__exit__') {
        return native(name, '*args', () => {
          leave?.();
          return false;
        });
      }
      return undefined;
    },
  };
  return self;
}

const optionNames =
  'precision=None, threshold=None, edgeitems=None, linewidth=None, suppress=None, nanstr=None, infstr=None, formatter=None, sign=None, floatmode=None, *, legacy=None, override_repr=None';

function given(values: readonly Value[]): Map<string, Value> {
  const names = optionNames
    .split(',')
    .map((part) => part.trim().split('=')[0]!)
    .filter((name) => name !== '*');
  return new Map(
    names
      .map((name, i) => [name, values[i] ?? null] as const)
      .filter(([name, value]) => value !== null && !name.startsWith('legacy')),
  );
}

const errorNames: readonly FloatingError[] = ['divide', 'over', 'under', 'invalid'];

function changedErrors(old: ErrorState, all: Value, each: readonly Value[]): ErrorState {
  const out: Record<string, string> = { ...old };
  errorNames.forEach((name, i) => {
    const value = each[i] ?? all;
    if (value === null) return;
    if (typeof value !== 'string' || !['ignore', 'warn', 'raise', 'call', 'print', 'log'].includes(value)) {
      throw new PyError('ValueError', `invalid error handling: ${typeof value === 'string' ? value : typeof value}`);
    }
    out[name] = value;
  });
  return out as ErrorState;
}

function errorDict(state: ErrorState): Value {
  return {
    kind: 'dict',
    entries: new Map(errorNames.map((name) => [`s:${name}`, [name, state[name]] as [Value, Value]])),
  };
}

function optionsDict(options: PrintOptions): Value {
  const entries = new Map<string, [Value, Value]>();
  for (const [name, value] of Object.entries(options) as [string, Value][]) {
    if (name !== 'formatter') entries.set(`s:${name}`, [name, typeof value === 'number' ? BigInt(value) : value]);
  }
  return { kind: 'dict', entries };
}

const text = (value: Value, otherwise: string): string => (typeof value === 'string' ? value : otherwise);

export const printing = [
  native('set_printoptions', optionNames, (m, ...values) => {
    setPrintOptions(m, changed(printOptions(m), given(values), m));
    return null;
  }),
  native('get_printoptions', '', (m) => optionsDict(printOptions(m))),
  native('printoptions', optionNames, (_m, ...values) =>
    context('printoptions', (m) => {
      const old = printOptions(m);
      setPrintOptions(m, changed(old, given(values), m));
      return () => setPrintOptions(m, old);
    }),
  ),
  native('seterr', 'all=None, divide=None, over=None, under=None, invalid=None', (m, all, ...each) => {
    const old = errorState(m);
    setErrorState(m, changedErrors(old, all, each));
    return errorDict(old);
  }),
  native('geterr', '', (m) => errorDict(errorState(m))),
  native('errstate', '*, all=None, divide=None, over=None, under=None, invalid=None, call=None', (_m, all, ...each) =>
    context('errstate', (m) => {
      const old = errorState(m);
      setErrorState(m, changedErrors(old, all, each));
      return () => setErrorState(m, old);
    }),
  ),
  native(
    'array2string',
    'a, max_line_width=None, precision=None, suppress_small=None, separator=" ", prefix="", *, formatter=None, threshold=None, edgeitems=None, sign=None, floatmode=None, suffix="", legacy=None',
    (m, a, width, precision, suppress, separator, prefix, formatter, threshold, edgeitems, sign, floatmode, suffix) => {
      const set = given([precision, threshold, edgeitems, width, suppress, null, null, formatter, sign, floatmode]);
      return arrayToString(
        asArray(a, m),
        changed(printOptions(m), set, m),
        m,
        text(separator, ' '),
        text(prefix, ''),
        text(suffix, ''),
      );
    },
  ),
  native(
    'array_repr',
    'arr, max_line_width=None, precision=None, suppress_small=None',
    (m, a, width, precision, suppress) =>
      arrayRepr(asArray(a, m), m, changed(printOptions(m), given([precision, null, null, width, suppress]), m)),
  ),
  native(
    'array_str',
    'a, max_line_width=None, precision=None, suppress_small=None',
    (m, a, width, precision, suppress) => {
      const array = asArray(a, m);
      if (array.shape.length === 0) return arrayStr(array, m);
      return arrayToString(array, changed(printOptions(m), given([precision, null, null, width, suppress]), m), m);
    },
  ),
  native(
    'format_float_positional',
    'x, precision=None, unique=True, fractional=True, trim="k"',
    (_m, x, precision, _u, _f, trim) => {
      const [whole, fraction] = positional(
        Number(asArray(x, _m).buffer[0]),
        'float64',
        precision === null ? 400 : Number(precision),
      );
      return trim === '-' && fraction === '' ? whole : `${whole}.${trim === '0' && fraction === '' ? '0' : fraction}`;
    },
  ),
  native('format_float_scientific', 'x, precision=None, unique=True, trim="k"', (_m, x, precision) => {
    const [first, rest, exponent] = scientific(
      Number(asArray(x, _m).buffer[0]),
      'float64',
      precision === null ? 400 : Number(precision),
    );
    return `${first}.${rest}${exponentText(exponent)}`;
  }),
];
