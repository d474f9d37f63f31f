import { dtypes, type DType } from '../array/numericArray';
import { rowsWhere, type Context } from './context';
import { INDICES_KEPT, startsOf, type Finding } from './finding';
import { logitSpacing, singleEntry } from './logits';
import { maskedRows } from './masks';
import { rowsLookedAt, writtenRows } from './writtenRows';

/** How far a row sum may be from 1 before low precision is said to break it. */
const SUM_TOLERANCE = 0.01;

/** Remarks on the rows that a softmax is taken over. */
export function rowFindings(context: Context): Finding[] {
  if (context.softmax === undefined || context.array.data.length === 0) return [];
  const masked = maskedRows(context);
  return [
    ...singleEntry(context),
    ...(masked.length > 0 ? masked : constantRows(context)),
    ...logitSpacing(context),
    ...otherAxis(context),
    ...brokenSums(context),
  ];
}

function constantRows(context: Context): Finding[] {
  const rows = rowsWhere(context, (value, length) => {
    const first = value(0);
    if (length < 2 || !Number.isFinite(first)) return false;
    for (let k = 1; k < length; k++) if (value(k) !== first) return false;
    return true;
  });
  if (rows.length === 0) return [];
  return [
    {
      id: 'constant-row',
      severity: 'info',
      message: `row ${rows[0]!} holds one value only, so its softmax is 1/${context.layout.length} everywhere`,
      ...startsOf(context, rows),
      figures: { row: rows[0]!, count: rows.length, length: context.layout.length },
    },
  ];
}

/** For a matrix whose softmax is not along its last axis: what the sums are along either. */
function otherAxis(context: Context): Finding[] {
  const { array, layout, softmax, temperature } = context;
  const dimensions = array.shape.length;
  if (dimensions !== 2 || layout.axis === dimensions - 1 || softmax === undefined) return [];
  const result = softmax.apply(array, { axis: layout.axis, temperature });
  const [rows = 0, columns = 0] = array.shape;
  const sums = Array.from({ length: rows }, (_, row) =>
    result.data.subarray(row * columns, (row + 1) * columns).reduce((sum, x) => sum + x, 0),
  );
  const least = Math.min(...sums.slice(0, INDICES_KEPT));
  const most = Math.max(...sums.slice(0, INDICES_KEPT));
  return [
    {
      id: 'other-axis',
      severity: 'info',
      message: `along axis ${layout.axis} each of the ${columns} columns sums to 1, while the ${rows} rows sum to ${least.toPrecision(3)} .. ${most.toPrecision(3)}: logits [batch, classes] want axis -1`,
      indices: [],
      count: 0,
      figures: { axis: layout.axis, rows, columns, least, most },
    },
  ];
}

/** Low precision that breaks a row's sum even after subtracting the maximum: the sum of exponentials sticks. */
function brokenSums(context: Context): Finding[] {
  const { softmax, subject, layout } = context;
  if (softmax?.id !== 'softmax' || layout.length < 2) return [];
  const findings: Finding[] = [];
  const asked: readonly DType[] = subject.dtype === undefined ? dtypes.slice(1, 4) : [subject.dtype];
  const longRows = layout.length > 64 ? rowsLookedAt(context) : 0;
  for (const dtype of asked) {
    let worst = { row: -1, sum: 1 };
    const written = longRows > 0 ? writtenRows(context, dtype) : new Float64Array(0);
    for (let row = 0; row < longRows; row++) {
      let sum = 0;
      for (let k = row * layout.length; k < (row + 1) * layout.length; k++) sum += written[k]!;
      if (Math.abs(sum - 1) > Math.abs(worst.sum - 1)) worst = { row, sum };
    }
    if (Math.abs(worst.sum - 1) <= SUM_TOLERANCE) continue;
    findings.push({
      id: 'row-sum',
      severity: 'warning',
      message: `in ${dtype} row ${worst.row} sums to ${worst.sum.toPrecision(3)} instead of 1, although the maximum is subtracted: the running sum of exponentials stops growing; accumulate in float32`,
      indices: [layout.rowStart(worst.row)],
      count: 1,
      figures: { dtype, row: worst.row, sum: worst.sum, length: layout.length },
    });
  }
  return findings;
}
