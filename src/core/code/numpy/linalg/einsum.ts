import { PyError, type Machine } from '../../value';
import { asArray, sequence } from '../asArray';
import { as } from '../cast';
import { fitter, isFloat, promote } from '../dtype';
import { newArray, positions, sizeOf, unwrap, type Items, type NdArray } from '../ndarray';
import { native } from '../signature';

interface Subscripts {
  readonly inputs: readonly string[][];
  readonly output: readonly string[];
}

/** The labels of each operand and of the result; the axes of `...` become labels of their own. */
function parse(text: string, operands: readonly NdArray[]): Subscripts {
  const bare = text.replaceAll(' ', '');
  const [left = '', right] = bare.split('->');
  const parts = left.split(',');
  if (parts.length !== operands.length) {
    throw new PyError(
      'ValueError',
      parts.length < operands.length
        ? 'more operands provided to einstein sum function than specified in the subscripts string'
        : 'fewer operands provided to einstein sum function than specified in the subscripts string',
    );
  }
  let widest = 0;
  const inputs = parts.map((part, i) => {
    const [before = '', after] = part.split('...');
    const named = before.length + (after?.length ?? 0);
    const rest = operands[i]!.shape.length - named;
    if (rest < 0 || (after === undefined && rest > 0)) {
      throw new PyError(
        'ValueError',
        rest < 0
          ? `einstein sum subscripts string contains too many subscripts for operand ${i}`
          : `operand has more dimensions than subscripts given in einstein sum, but no '...' ellipsis provided to broadcast the extra dimensions.`,
      );
    }
    widest = Math.max(widest, after === undefined ? 0 : rest);
    return { before, after, rest };
  });
  const open = (rest: number): string[] => Array.from({ length: rest }, (_, k) => `.${widest - rest + k}`);
  const labels = inputs.map(({ before, after, rest }) => [
    ...Array.from(before),
    ...(after === undefined ? [] : open(rest)),
    ...Array.from(after ?? ''),
  ]);
  if (right !== undefined) {
    const [before = '', after] = right.split('...');
    return {
      inputs: labels,
      output: [...Array.from(before), ...(after === undefined ? [] : open(widest)), ...Array.from(after ?? '')],
    };
  }
  const counts = new Map<string, number>();
  for (const label of labels.flat()) counts.set(label, (counts.get(label) ?? 0) + 1);
  const once = [...counts].filter(([label, n]) => n === 1 && !label.startsWith('.')).map(([label]) => label);
  return { inputs: labels, output: [...open(widest), ...once.sort()] };
}

/** Sums over products of elements, for every value of every label. */
export function einsum(text: string, operands: readonly NdArray[], m: Machine): NdArray {
  const { inputs, output } = parse(text, operands);
  const lengths = new Map<string, number>();
  inputs.forEach((labels, i) => {
    labels.forEach((label, k) => {
      const n = operands[i]!.shape[k]!;
      const known = lengths.get(label) ?? 1;
      if (known !== 1 && n !== 1 && n !== known) {
        throw new PyError(
          'ValueError',
          `operands could not be broadcast together with remapped shapes [original->remapped]: ${operands.map((a) => `(${a.shape.join(',')})`).join(' ')}`,
        );
      }
      lengths.set(label, Math.max(known, n));
    });
  });
  for (const label of output) {
    if (!lengths.has(label)) {
      throw new PyError(
        'ValueError',
        `einstein sum subscripts string included output subscript '${label}' which never appeared in an input`,
      );
    }
  }
  const summed = [...lengths.keys()].filter((label) => !output.includes(label));
  const order = [...output, ...summed];
  const shape = order.map((label) => lengths.get(label)!);
  const dtype = operands.map((a) => a.dtype).reduce(promote);
  m.spend(sizeOf(shape) * operands.length);
  m.allocate(sizeOf(shape));
  const places = operands.map((a, i) => {
    const typed = as(a, dtype);
    const strides = order.map((label) =>
      inputs[i]!.reduce((sum, each, k) => (each === label && a.shape[k] !== 1 ? sum + typed.strides[k]! : sum), 0),
    );
    return { at: positions(shape, strides, typed.offset), data: typed.buffer };
  });
  const out = newArray(dtype, shape.slice(0, output.length));
  const inner = sizeOf(shape.slice(output.length));
  const fit = fitter(dtype);
  const half = isFloat(dtype) && dtype !== 'float64' && dtype !== 'float32';
  const items = out.buffer as Items;
  const big = dtype === 'int64' || dtype === 'uint64';
  for (let g = 0; g < items.length; g++) {
    let sum = 0;
    let whole = 0n;
    for (let i = g * inner; i < (g + 1) * inner; i++) {
      if (big) {
        let product = 1n;
        for (const { at, data } of places) product *= data[at[i]!] as bigint;
        whole += product;
      } else {
        let product = 1;
        for (const { at, data } of places)
          product = half ? product * (data[at[i]!] as number) : fit(product * (data[at[i]!] as number));
        sum = half ? Math.fround(sum + product) : fit(sum + product);
      }
    }
    items[g] = big ? whole : dtype === 'bool' ? Number(sum !== 0) : fit(sum);
  }
  return out;
}

export const einsums = [
  native(
    'einsum',
    'subscripts, *operands, optimize=False, out=None, dtype=None',
    (m, subscripts, _optimize, _out, _dtype, operands) => {
      if (typeof subscripts !== 'string')
        throw new PyError('NotImplementedError', 'einsum with lists of axes is not worked out');
      return unwrap(
        einsum(
          subscripts,
          sequence(operands, m)!.map((each) => asArray(each, m)),
          m,
        ),
      );
    },
  ),
];
