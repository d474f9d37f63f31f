import { dtypes, type DType } from '../array/numericArray';
import { describeDtype } from '../precision/describeDtype';
import { rowsWhere, type Context } from './context';
import { startsOf, type Finding } from './finding';

/** How far a score moves a mask value, as a share of it: -10000 plus a logit of 20 is still the mask. */
const SCORE_SHARE = 0.01;

/** The least power of ten that code adds to a score in order to mask it. */
const LEAST_MASK = 1e4;

const lowest: readonly number[] = dtypes
  .filter((dtype: DType) => describeDtype(dtype).max > LEAST_MASK)
  .map((dtype) => -describeDtype(dtype).max);

/**
 * Whether a logit stands for "masked": -infinity, a dtype's lowest number or its half, or a negative power of ten
 * from -10^4 down, each with or without a score added. From -10^9 down whatever it is.
 */
function isMask(x: number): boolean {
  if (x <= -1e9) return true;
  if (!(x <= -LEAST_MASK * (1 - SCORE_SHARE))) return false;
  const near = (mask: number): boolean => Math.abs(x - mask) <= -mask * SCORE_SHARE;
  return near(-(10 ** Math.round(Math.log10(-x)))) || lowest.some((value) => near(value) || near(value / 2));
}

/** Rows in which every logit is masked: a softmax over nothing. */
export function maskedRows(context: Context): Finding[] {
  const rows = rowsWhere(context, (value, length) => {
    for (let k = 0; k < length; k++) if (!isMask(value(k))) return false;
    return true;
  });
  if (rows.length === 0) return [];
  const { array, layout } = context;
  const start = layout.rowStart(rows[0]!);
  let most = -Infinity;
  for (let k = 0; k < layout.length; k++) most = Math.max(most, array.data[start + k * layout.stride]!);
  const infinite = most === -Infinity;
  return [
    {
      id: 'masked-row',
      severity: infinite ? 'error' : 'warning',
      message: infinite
        ? `row ${rows[0]!} is masked as a whole (all -infinity): -inf - -inf makes it NaN`
        : `row ${rows[0]!} is masked as a whole (nothing above ${most}): its softmax is that of the mask values alone`,
      ...startsOf(context, rows),
      figures: { row: rows[0]!, count: rows.length, infinite: infinite ? 1 : 0, most },
    },
  ];
}
