import { ulpOf } from '../precision/ulpOf';
import type { Context } from './context';
import { rowsWhere } from './context';
import { startsOf, type Finding } from './finding';

/** A softmax along an axis of one entry: e^x / e^x. */
export function singleEntry({ layout, array, subject }: Context): Finding[] {
  if (layout.length !== 1 || array.data.length === 0) return [];
  return [
    {
      id: 'single-entry',
      severity: 'warning',
      message: `axis ${layout.axis} holds one entry only: every softmax along it is 1, whatever the logits; one output wants a sigmoid, several want another axis`,
      indices: [],
      count: array.data.length,
      figures: { axis: subject.axis ?? layout.axis, rows: layout.rows },
    },
  ];
}

/**
 * A step between neighbouring numbers of the dtype from which on the logits' differences are lost: of float32 and
 * float64 nobody expects more than 1/16 (a probability moves by 3 %); narrow dtypes are known to be coarse.
 */
const LOST = { wide: 1 / 16, narrow: 1 / 4 };

/** Logits so large that the dtype cannot hold their differences. */
export function logitSpacing(context: Context): Finding[] {
  const { array, subject, layout } = context;
  const dtype = subject.dtype ?? array.dtype;
  const limit = dtype === 'float64' || dtype === 'float32' ? LOST.wide : LOST.narrow;
  const { data } = array;
  let worst = -1;
  const rows = rowsWhere(context, (value, length) => {
    let most = -Infinity;
    for (let k = 0; k < length; k++) if (value(k) > most) most = value(k);
    return Number.isFinite(most) && ulpOf(dtype, most) >= limit;
  });
  if (rows.length === 0 || layout.length < 2) return [];
  for (const row of rows) {
    const start = layout.rowStart(row);
    for (let k = 0; k < layout.length; k++) {
      const i = start + k * layout.stride;
      if (worst < 0 || Math.abs(data[i]!) > Math.abs(data[worst]!)) worst = i;
    }
  }
  const spacing = ulpOf(dtype, data[worst]!);
  return [
    {
      id: 'logit-spacing',
      severity: 'warning',
      message: `at ${data[worst]!} the numbers of ${dtype} lie ${spacing} apart, so smaller differences between logits are lost: subtract the maximum, or scale, before rounding to ${dtype}`,
      ...startsOf(context, rows),
      figures: { dtype, spacing, x: data[worst]!, index: worst, count: rows.length },
    },
  ];
}
