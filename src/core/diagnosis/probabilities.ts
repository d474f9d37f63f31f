import { axisLayout, type AxisLayout } from '../array/axis';
import type { Context } from './context';
import { INDICES_KEPT, type Finding } from './finding';

/** A row sum this near to 1 is no accident: seven printed digits of probabilities add up this well. */
const DISTRIBUTION_TOLERANCE = 1e-6;

/** The most that printed digits may take from a sum of 1. */
const MOST_PRINTED = 0.01;

/** So many numbers of 0 .. 1 under a sigmoid are no accident: of logits every second is negative. */
const FEWEST_SHARES = 4;

/** Probabilities that go through a softmax or a sigmoid once more, which flattens them. */
export function probabilityFindings(context: Context): Finding[] {
  const { array, softmax, activation } = context;
  const { data } = array;
  for (let i = 0; i < data.length; i++) if (!(data[i]! >= 0 && data[i]! <= 1)) return [];
  if (softmax !== undefined) return softmaxAgain(context);
  return activation?.id === 'sigmoid' && data.length >= FEWEST_SHARES && data.some((x) => x > 0 && x < 1)
    ? sigmoidAgain(context)
    : [];
}

/** Said only if every row is a distribution: along the softmax's axis, or else along another. */
function softmaxAgain(context: Context): Finding[] {
  const { array, layout, subject } = context;
  const dimensions = array.shape.length;
  const others = Array.from({ length: dimensions }, (_, axis) => axis).filter((axis) => axis !== layout.axis);
  for (const along of [layout, ...others.map((axis) => axisLayout('diagnose', array, axis))]) {
    // one number a row would make every array of ones a distribution; whole numbers along another axis are labels
    if (along.length < 2 || !areDistributions(array.data, along, subject.decimals)) continue;
    if (along !== layout && array.data.every((x) => Number.isInteger(x))) continue;
    const own = along === layout;
    return [
      {
        id: 'already-probabilities',
        severity: 'warning',
        message: own
          ? `every row already lies in 0..1 and sums to 1: a softmax of probabilities flattens them towards 1/${layout.length}`
          : `these are probabilities already: they lie in 0..1 and sum to 1 along axis ${along.axis}, while the softmax is along axis ${layout.axis}`,
        indices: Array.from({ length: Math.min(along.rows, INDICES_KEPT) }, (_, row) => along.rowStart(row)),
        count: along.rows,
        figures: { rows: along.rows, length: layout.length, axis: layout.axis, ...(own ? {} : { other: along.axis }) },
      },
    ];
  }
  return [];
}

function areDistributions(data: Float64Array, layout: AxisLayout, decimals: number | undefined): boolean {
  const printed = decimals === undefined ? 0 : (layout.length / 2) * 10 ** -decimals;
  const tolerance = Math.max(DISTRIBUTION_TOLERANCE, Math.min(printed, MOST_PRINTED));
  for (let row = 0; row < layout.rows; row++) {
    let sum = 0;
    for (let k = 0, i = layout.rowStart(row); k < layout.length; k++, i += layout.stride) sum += data[i]!;
    if (Math.abs(sum - 1) > tolerance) return false;
  }
  return layout.rows > 0;
}

function sigmoidAgain({ array }: Context): Finding[] {
  const { length } = array.data;
  return [
    {
      id: 'already-probabilities',
      severity: 'warning',
      message: `all ${length} inputs lie in 0..1: if these are probabilities, a sigmoid of them only gives 0.5 to 0.731`,
      indices: [],
      count: length,
      figures: { length, sigmoid: 1 },
    },
  ];
}
