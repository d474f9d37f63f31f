import { derivative } from '../activations/evaluate';
import type { NumericArray } from '../array/numericArray';
import type { Context } from './context';
import { INDICES_KEPT, indicesWhere, type Finding } from './finding';

/** A batch smaller than this says nothing of a unit: of three random inputs all are negative once in eight times. */
const SMALLEST_BATCH = 4;

/** A unit or value counts as saturated when |derivative| is under this: a hundredth of the gradient passes. */
const SATURATED = 0.01;

/** Said of a whole array only when at least this share of its values is saturated. */
const SATURATED_SHARE = 0.5;

/** What another activation would let through where ReLU lets nothing: the ones that people switch to. */
const ALTERNATIVES = ['leakyRelu', 'elu', 'gelu'] as const;

/** Columns of [batch, units] for which the test holds in every row. */
function unitsWhere(batch: number, width: number, test: (index: number) => boolean) {
  return indicesWhere(width, (unit) => {
    for (let row = 0; row < batch; row++) if (!test(row * width + unit)) return false;
    return true;
  });
}

/** Mean |derivative| of `id` over the given columns. */
function meanSlope(id: string, array: NumericArray, units: readonly number[], width: number): number {
  const slopes = derivative(id, array).data;
  let sum = 0;
  let count = 0;
  for (const unit of units) {
    for (let i = unit; i < slopes.length; i += width) {
      sum += Math.abs(slopes[i]!);
      count++;
    }
  }
  return sum / count;
}

/** Dead and saturated units of a [batch, units] array, saturated values of any array. */
export function unitFindings(context: Context): Finding[] {
  const { array, activation, subject } = context;
  const [batch = 0, width = 0] = array.shape;
  const isBatch = array.shape.length === 2 && batch >= SMALLEST_BATCH && width > 0;
  if (activation === undefined) return subject.function === undefined && isBatch ? deadOutputs(array) : [];
  const findings: Finding[] = [];
  const slopes = derivative(activation.id, array, subject.params).data;
  const { gradientDies, saturates } = activation.properties;
  if (isBatch && gradientDies !== 'none' && gradientDies !== 'everywhere') {
    const dead = unitsWhere(batch, width, (i) => slopes[i] === 0);
    if (dead.count === width && activation.properties.gradientDies === 'left') {
      findings.push(allDead(array, {})[0]!);
    }
    if (dead.count > 0) {
      const others = ALTERNATIVES.map((id) => [id, meanSlope(id, array, dead.indices, width)] as const);
      findings.push({
        id: 'dead-units',
        severity: 'warning',
        message: `${dead.count} of ${width} units are dead: for none of the ${batch} rows does ${activation.label} pass a gradient, so their weights stop learning; mean slope there with ${others.map(([id, slope]) => `${id} ${slope.toPrecision(2)}`).join(', ')}`,
        ...dead,
        figures: { units: width, batch, count: dead.count, ...Object.fromEntries(others) },
      });
    }
  }
  if (saturates === 'none') return findings;
  const flat = (i: number): boolean => slopes[i] !== 0 && Math.abs(slopes[i]!) < SATURATED;
  const units = isBatch ? unitsWhere(batch, width, flat) : { indices: [], count: 0 };
  if (units.count > 0) {
    findings.push({
      id: 'saturated-units',
      severity: 'warning',
      message: `${units.count} of ${width} units are saturated: |derivative| is under ${SATURATED} for all ${batch} rows, so hardly any gradient passes`,
      ...units,
      figures: { units: width, batch, count: units.count, threshold: SATURATED },
    });
  }
  const values = indicesWhere(slopes.length, flat);
  if (slopes.length >= SMALLEST_BATCH && values.count >= SATURATED_SHARE * slopes.length) {
    findings.push({
      id: 'saturated-values',
      severity: 'info',
      message: `${values.count} of ${slopes.length} values are saturated: |derivative| is under ${SATURATED} there`,
      ...values,
      figures: { of: slopes.length, count: values.count, threshold: SATURATED },
    });
  }
  return findings;
}

/**
 * Without a function: a [batch, units] array of ReLU outputs in which some columns are 0 in every row. Labels (0 and 1
 * alone), rows that are distributions, and pictures with an empty border on both sides are none.
 */
function deadOutputs(array: NumericArray): Finding[] {
  const { data } = array;
  const [batch = 0, width = 0] = array.shape;
  for (let i = 0; i < data.length; i++) if (!(data[i]! >= 0)) return [];
  const dead = unitsWhere(batch, width, (i) => data[i] === 0);
  if (dead.count === 0) return [];
  if (dead.count === width) return allDead(array, { outputs: 1 });
  if (data.every((x) => x === 0 || x === 1) || rowsAreDistributions(array) || hasBorder(dead, width)) return [];
  return [
    {
      id: 'dead-units',
      severity: 'info',
      message: `${dead.count} of ${width} columns are 0 in all ${batch} rows: if these are outputs of a ReLU layer, those units are dead`,
      ...dead,
      figures: { units: width, batch, count: dead.count, outputs: 1 },
    },
  ];
}

/** What is said of a layer whose units are all dead, beside the units themselves. */
function allDead(array: NumericArray, figures: Finding['figures']): Finding[] {
  const [batch = 0, width = 0] = array.shape;
  const every = Array.from({ length: Math.min(width, INDICES_KEPT) }, (_, unit) => unit);
  return [
    {
      id: 'all-dead',
      severity: 'warning',
      message: `the whole layer is dead: all ${width} units give 0 for all ${batch} rows, so no gradient passes and nothing below learns; look at the learning rate, the biases and the scale of the inputs`,
      indices: [],
      count: width,
      figures: { units: width, batch, ...figures },
    },
    {
      id: 'dead-units',
      severity: 'warning',
      message: `${width} of ${width} units are 0 in all ${batch} rows`,
      indices: every,
      count: width,
      figures: { units: width, batch, count: width, ...figures },
    },
  ];
}

function rowsAreDistributions({ data, shape }: NumericArray): boolean {
  const [batch = 0, width = 0] = shape;
  for (let row = 0; row < batch; row++) {
    let sum = 0;
    for (let i = row * width; i < (row + 1) * width; i++) sum += data[i]!;
    if (Math.abs(sum - 1) > 1e-3) return false;
  }
  return true;
}

/** Whether the dead columns are just those at both edges. */
function hasBorder(dead: { readonly indices: readonly number[]; readonly count: number }, width: number): boolean {
  const columns = new Set(dead.indices);
  let left = 0;
  while (columns.has(left)) left++;
  let right = 0;
  while (columns.has(width - 1 - right)) right++;
  return left > 0 && right > 0 && left + right === dead.count;
}
