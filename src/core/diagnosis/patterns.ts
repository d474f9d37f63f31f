import { ulpOf } from '../precision/ulpOf';
import type { Context } from './context';
import { printedHalf } from './decimals';
import { INDICES_KEPT, type Finding } from './finding';

/**
 * What the numbers themselves tell, whatever is done with them: rows that do not differ, rows that share a sum,
 * log-probabilities, integers of eight bits.
 */
export function patternFindings(context: Context): Finding[] {
  return [equalRows(context), constantRowSum(context), logProbabilities(context), quantised(context)].filter(
    (finding) => finding !== undefined,
  );
}

/** Rows agree when no value differs by more than this many units in the last place of the array's dtype. */
const EQUAL_ULPS = 1;

/** The array as rows along its last axis: how many, and how long each is. */
function rowsOf({ array }: Context): { rows: number; length: number } {
  const length = array.shape.at(-1) ?? 1;
  return { rows: length === 0 ? 0 : array.data.length / length, length };
}

const firstOfRows = (rows: number, length: number) => ({
  indices: Array.from({ length: Math.min(rows, INDICES_KEPT) }, (_, row) => row * length),
  count: rows,
});

/**
 * Every row of a batch is the same: the output does not depend on the input. Whole numbers are left out, since equal
 * labels and one-hot rows are nothing unusual.
 */
function equalRows(context: Context): Finding | undefined {
  const { data, shape, dtype } = context.array;
  const { rows, length } = rowsOf(context);
  if (shape.length < 2 || rows < (length === 1 ? 3 : 2) || data.every((x) => Number.isInteger(x))) return undefined;
  for (let k = 0; k < length; k++) {
    const first = data[k]!;
    const tolerance = EQUAL_ULPS * ulpOf(dtype, first);
    for (let i = k + length; i < data.length; i += length) {
      if (!(data[i] === first || Math.abs(data[i]! - first) <= tolerance)) return undefined;
    }
  }
  return {
    id: 'equal-rows',
    severity: 'warning',
    message: `all ${rows} rows are the same: the result does not depend on the input; look at dead units, at inputs that are not scaled, and at a learning rate that is too high`,
    ...firstOfRows(rows, length),
    figures: { rows, length },
  };
}

/** Sums that agree this well by share are no accident. */
const SAME_SUM = 1e-6;
/** Fewer rows than this share a sum to the printed digits by accident. */
const ROWS_FOR_PRINTED = 3;

/**
 * Rows of a non-negative array all sum to one number that is not 1: probabilities that were scaled afterwards, as
 * dropout by 1 - p does (1.111 for p = 0.1).
 */
function constantRowSum(context: Context): Finding | undefined {
  const { data } = context.array;
  const { rows, length } = rowsOf(context);
  if (rows < 2 || length < 2 || data.every((x) => Number.isInteger(x))) return undefined;
  const printed = rows < ROWS_FOR_PRINTED ? 0 : length * printedHalf(data, context.subject.decimals);
  let least = Infinity;
  let most = -Infinity;
  for (let start = 0; start < data.length; start += length) {
    let sum = 0;
    for (let i = start; i < start + length; i++) {
      if (!(data[i]! >= 0)) return undefined;
      sum += data[i]!;
    }
    least = Math.min(least, sum);
    most = Math.max(most, sum);
    if (most - least > Math.max(SAME_SUM * most, 2 * printed)) return undefined;
  }
  const sum = (least + most) / 2;
  if (sum === 0 || Math.abs(sum - 1) <= Math.max(1e-3, 2 * printed)) return undefined;
  return {
    id: 'constant-row-sum',
    severity: 'info',
    message: `each of the ${rows} rows sums to ${sum.toPrecision(4)} instead of 1: probabilities that were scaled after the softmax, by dropout for example (1 - p = ${(1 / sum).toPrecision(3)})`,
    ...firstOfRows(rows, length),
    figures: { rows, sum, keep: 1 / sum },
  };
}

/** e to these sums to 1 in every row: logarithms of probabilities. */
function logProbabilities(context: Context): Finding | undefined {
  const { array, layout, subject } = context;
  const { data } = array;
  if (layout.length < 2 || layout.rows === 0) return undefined;
  for (let i = 0; i < data.length; i++) if (!(data[i]! <= 0)) return undefined;
  // a probability moves by its own share of what its logarithm moves by
  const tolerance = Math.max(SAME_SUM, 2 * printedHalf(data, subject.decimals));
  let finite = false;
  for (let row = 0; row < layout.rows; row++) {
    const start = layout.rowStart(row);
    let sum = 0;
    for (let k = 0; k < layout.length; k++) {
      const x = data[start + k * layout.stride]!;
      finite ||= x < 0 && x > -Infinity;
      sum += Math.exp(x);
    }
    if (Math.abs(sum - 1) > tolerance) return undefined;
  }
  if (!finite) return undefined;
  return {
    id: 'log-probabilities',
    severity: 'info',
    message: `these are log-probabilities: e to each row sums to 1; exp gives the probabilities, a softmax gives them too, a logarithm of these gives NaN`,
    indices: [],
    count: layout.rows,
    figures: { rows: layout.rows },
  };
}

const LEAST_INT8 = -128;
const MOST_INT8 = 127;

/**
 * Whole numbers that fill the range of eight signed bits: quantised values, whose scale and zero point are missing.
 * Said where an end of the range is reached, or where many values span more than half of it.
 */
function quantised({ array }: Context): Finding | undefined {
  const { data } = array;
  if (data.length < 4) return undefined;
  let least = Infinity;
  let most = -Infinity;
  for (let i = 0; i < data.length; i++) {
    const x = data[i]!;
    if (!(Number.isInteger(x) && x >= LEAST_INT8 && x <= MOST_INT8)) return undefined;
    if (x < least) least = x;
    if (x > most) most = x;
  }
  const atEnd = least === LEAST_INT8 || (least < 0 && most === MOST_INT8);
  if (!(least < 0 && most - least >= 128 && (atEnd || data.length >= 16))) return undefined;
  return {
    id: 'quantised',
    severity: 'info',
    message: `all ${data.length} values are whole numbers from ${least} to ${most}: int8 values of a quantised model; take them back to real numbers first, scale * (q - zero point)`,
    indices: [],
    count: data.length,
    figures: { least, most, count: data.length },
  };
}
