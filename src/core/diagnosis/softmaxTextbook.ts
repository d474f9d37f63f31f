import type { Arithmetic } from '../precision/arithmetic';

type RowTextbook = (row: readonly number[], m: Arithmetic) => number[];

const maximum = (row: readonly number[], m: Arithmetic): number => row.reduce((a, b) => m.max(a, b));

/** exp of each entry over their running sum. */
function normalise(shifted: readonly number[], m: Arithmetic): number[] {
  const exponentials = shifted.map((x) => m.exp(x));
  const sum = exponentials.reduce((a, b) => m.add(a, b));
  return exponentials.map((e) => m.div(e, sum));
}

/**
 * The softmaxes that people write themselves, one row, operation by operation: to find the step that breaks.
 * `logShiftedSoftmax` is the notebook's: it shifts by log(max x), not by max x.
 */
export const softmaxTextbooks: Readonly<Record<string, RowTextbook>> = {
  softmax: (row, m) => {
    const c = maximum(row, m);
    return normalise(
      row.map((x) => m.sub(x, c)),
      m,
    );
  },
  naiveSoftmax: (row, m) => normalise(row, m),
  logShiftedSoftmax: (row, m) => {
    const largest = maximum(row, m);
    const c = m.log(largest);
    return normalise(
      row.map((x) => (largest >= 1 ? m.sub(x, c) : m.add(x, c))),
      m,
    );
  },
};
