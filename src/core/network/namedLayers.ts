import type { NumericArray } from '../array/numericArray';
import type { Problem } from '../problem';
import { networkProblem } from './problems';

/** An array with its name in the source, e.g. "W1", "network['b2']" or "fc1.weight". */
export interface NamedArray {
  readonly name: string;
  readonly array: NumericArray;
  readonly start: number;
  readonly end: number;
}

/** A layer without its activation, and the weights' place. */
export interface PlainLayer {
  readonly name: string;
  readonly W: NumericArray;
  readonly b: NumericArray;
  readonly source: NamedArray;
}

interface Role {
  readonly role: 'weight' | 'bias';
  /** what the names of one layer have in common */
  readonly stem: string;
  /** PyTorch keeps weights as [outputs][inputs] */
  readonly transposed: boolean;
}

const words: Readonly<Record<string, 'weight' | 'bias'>> = {
  w: 'weight',
  weight: 'weight',
  weights: 'weight',
  kernel: 'weight',
  b: 'bias',
  bias: 'bias',
  biases: 'bias',
};

/** Longest name that is looked at: longer ones are data, not names. */
const LONGEST_NAME = 200;

/**
 * What a name says: W1, b1, w_1, weights2, fc1.weight, layers.0.bias, dense_1/kernel:0, encoder.w.
 *
 * @example roleOf('fc1.weight') // { role: 'weight', stem: 'fc1', transposed: true }
 */
export function roleOf(name: string): Role | undefined {
  if (name.length > LONGEST_NAME) return undefined;
  const bare = name.replace(/:\d+$/, '');
  const dotted = /^(.*?)[./]([A-Za-z]+)$/.exec(bare);
  const dottedRole = dotted === null ? undefined : words[dotted[2]!.toLowerCase()];
  if (dotted !== null && dottedRole !== undefined) {
    return { role: dottedRole, stem: dotted[1]!, transposed: bare.endsWith('.weight') };
  }
  const numbered = /^(?:.*[._])?([A-Za-z]+)_?(\d*)$/.exec(bare);
  const numberedRole = numbered === null ? undefined : words[numbered[1]!.toLowerCase()];
  if (numbered === null || numberedRole === undefined) return undefined;
  return { role: numberedRole, stem: numbered[2]!, transposed: false };
}

/** Rows and columns exchanged. */
export function transpose(matrix: NumericArray): NumericArray {
  const [rows = 0, columns = 0] = matrix.shape;
  const data = new Float64Array(matrix.data.length);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) data[j * rows + i] = matrix.data[i * columns + j]!;
  }
  return { data, shape: [columns, rows], dtype: matrix.dtype };
}

/** [1, n] and [n, 1] as [n]: how some sources write a bias. */
function flat(bias: NumericArray): NumericArray {
  const long = bias.shape.filter((length) => length !== 1);
  return long.length <= 1 ? { ...bias, shape: [bias.data.length] } : bias;
}

/**
 * Pairs weights and biases by their names into layers, in order of number where the names are numbered, else in order
 * of appearance. What has no role is left out; a missing bias is zeros, with a warning.
 */
export function namedLayers(arrays: readonly NamedArray[]): { layers: PlainLayer[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const weights = new Map<string, { source: NamedArray; transposed: boolean }>();
  const biases = new Map<string, NamedArray>();
  for (const array of arrays) {
    const role = roleOf(array.name);
    if (role === undefined) continue;
    if (role.role === 'weight') weights.set(role.stem, { source: array, transposed: role.transposed });
    else biases.set(role.stem, array);
  }
  const entries = [...weights];
  if (entries.every(([stem]) => /^\d+$/.test(stem))) entries.sort(([a], [b]) => Number(a) - Number(b));
  const layers = entries.map(([stem, { source, transposed }]): PlainLayer => {
    const W = transposed ? transpose(source.array) : source.array;
    const bias = biases.get(stem);
    biases.delete(stem);
    if (bias === undefined) problems.push(networkProblem('network-no-bias', source, { name: source.name }, 'warning'));
    const units = W.shape[1] ?? 0;
    const zeros: NumericArray = { data: new Float64Array(units), shape: [units], dtype: 'float64' };
    return { name: source.name, W, b: bias === undefined ? zeros : flat(bias.array), source };
  });
  for (const bias of biases.values()) {
    problems.push(networkProblem('network-no-weights-for-bias', bias, { name: bias.name }, 'warning'));
  }
  return { layers, problems };
}
