import type { NumericArray } from '../array/numericArray';
import { biasOf } from './code/chain';
import { layerRole } from './layerNames';
import { transpose } from './transpose';

/** An array with its name, and whether its layer keeps weights as [units][inputs]. */
export interface WeightArray {
  readonly name: string;
  readonly array: NumericArray;
  readonly unitsFirst?: boolean;
}

/** A layer without its activation. */
export interface PairedLayer {
  readonly name: string;
  readonly W: NumericArray;
  readonly b: NumericArray;
  readonly noBias: boolean;
}

export interface Paired {
  readonly layers: readonly PairedLayer[];
  /** biases that belong to no weights */
  readonly lonely: readonly string[];
  /** a name whose weights are one vector beside matrices: a normalisation, not a dense layer */
  readonly normalisation?: string;
}

/**
 * Weights and biases paired by what their names have in common, in the order of the text, or by number where all are
 * numbered; turned so that they chain.
 */
export function pairLayers(arrays: readonly WeightArray[]): Paired {
  const weights = new Map<string, WeightArray>();
  const biases = new Map<string, WeightArray>();
  for (const one of arrays) {
    const role = layerRole(one.name);
    if (role === undefined) continue;
    const unitsFirst = one.unitsFirst === true || role.transposed;
    (role.role === 'weight' ? weights : biases).set(role.stem, { ...one, unitsFirst });
  }
  const entries = [...weights];
  if (entries.every(([stem]) => /^\d+$/.test(stem))) entries.sort(([a], [b]) => Number(a) - Number(b));
  const flat = entries.filter(([, { array }]) => array.shape.length < 2);
  if (
    flat.length > 0 &&
    entries.some(([stem, { array }]) => array.shape.length === 2 && biases.has(stem)) &&
    flat.some(([stem, { array }]) => isNormalisation(array, biases.get(stem)?.array))
  ) {
    return { layers: [], lonely: [], normalisation: flat[0]![1].name };
  }
  const raw = entries.map(([stem, weight]) => ({ weight, bias: biases.get(stem) }));
  const layers = turned(raw);
  const lonely = [...biases].filter(([stem]) => !weights.has(stem)).map(([, { name }]) => name);
  return { layers, lonely };
}

/** Scale and shift of equal length: a norm. One vector with a single bias is a unit. */
const isNormalisation = (scale: NumericArray, shift: NumericArray | undefined): boolean =>
  scale.data.length > 1 && scale.data.length === shift?.data.length;

interface Raw {
  readonly weight: WeightArray;
  readonly bias: WeightArray | undefined;
}

/** All layers the one way or all the other, where only one chains; else each as its bias says. */
function turned(raw: readonly Raw[]): PairedLayer[] {
  const prefers = raw.filter(({ weight }) => weight.unitsFirst).length * 2 > raw.length;
  for (const unitsFirst of [prefers, !prefers]) {
    const layers = raw.map((one) => layerOf(one, unitsFirst));
    if (
      layers.every((layer, i) => layer !== undefined && (i === 0 || layers[i - 1]?.W.shape[1] === layer.W.shape[0]))
    ) {
      return layers as PairedLayer[];
    }
  }
  return raw.flatMap((one) => layerOf(one, prefers) ?? layerOf(one, !prefers) ?? []);
}

function layerOf({ weight, bias }: Raw, unitsFirst: boolean): PairedLayer | undefined {
  const { array } = weight;
  const matrix =
    array.shape.length === 1
      ? { ...array, shape: unitsFirst ? [1, array.data.length] : [array.data.length, 1] }
      : array;
  if (matrix.shape.length !== 2) return undefined;
  // a column of biases says that inputs are columns too
  const column = bias?.array.shape.length === 2 && bias.array.shape[1] === 1 && bias.array.shape[0] !== 1;
  if (column && !unitsFirst && matrix.shape[0] === bias.array.shape[0] && matrix.shape[0] !== matrix.shape[1])
    return undefined;
  const W = unitsFirst ? transpose(matrix) : matrix;
  const b = biasOf(bias?.array, W.shape[1]!);
  return b === undefined ? undefined : { name: weight.name, W, b, noBias: bias === undefined };
}
