import type { StepPlan } from './steps';

/** The largest number of a row is taken from all. */
export const byMaximum = {
  sign: 1,
  shift: { formula: String.raw`m = \max_j s_j`, of: (max) => max },
  shifted: { formula: String.raw`d_i = s_i - m`, of: (x, c, _max, m) => m.sub(x, c) },
} satisfies Partial<StepPlan>;

/** Then come the exponentials and their sum. */
export const sumOfExponentials = {
  exponentials: String.raw`e_i = \exp(d_i)`,
  sum: { formula: String.raw`S = \sum_j e_j`, first: () => 0 },
} satisfies Partial<StepPlan>;

/** ... and each exponential's share of it. */
export const quotient = String.raw`y_i = \frac{e_i}{S}`;
