import { productError } from '../math/twofold';
import type { ExactRow } from './alongAxis';
import { differenceError, quotientError, scaleOf } from './difference';
import { firstMaximum } from './exponentials';

/**
 * The distributions y_i = max(z_i - tau, 0)^power whose tau makes them sum to 1, with z_i = (x_i - max x) / T / power:
 * sparsemax is power 1 (Tsallis entropy with alpha 2), entmax15 is power 2 (alpha 1.5).
 *
 * The sum falls convexly as tau rises from -1, where it is at least 1, to 0, where it is 0. So Newton's steps from
 * the left never pass the root; a bisection beside each bounds their number whatever the row is. No sorting. Three
 * last steps with compensated sums find the rest of tau below its last bit, so that small entries keep their digits
 * and an entry is 0 exactly where it should be.
 */
export const thresholdRow =
  (power: 1 | 2): ExactRow =>
  (x, from, n, out, to, temperature) => {
    const place = firstMaximum(x, from, n);
    const max = x[place]!;
    const errors = new Float64Array(n);
    const scale = scaleOf(temperature);
    let valid = Number.isFinite(max);
    for (let i = 0; i < n; i++) {
      const a = x[from + i]! * (scale?.before ?? 1);
      const b = max * (scale?.before ?? 1);
      const d = a - b;
      if (Number.isNaN(d)) valid = false;
      const after = d * (scale?.after ?? 1);
      const q = scale ? after / scale.t : d;
      out[to + i] = q / power;
      if (q < -4) continue;
      const error = differenceError(a, b, d);
      errors[i] = (scale ? quotientError(q, after, error * scale.after, scale) : error) / power;
    }
    if (!valid) {
      out.fill(NaN, to, to + n);
      return;
    }
    let tau = -1;
    let high = 0;
    for (let step = 0; step < 100; step++) {
      let sum = -1;
      let slope = 0;
      let sumMiddle = -1;
      const middle = (tau + high) / 2;
      for (let i = to; i < to + n; i++) {
        const w = out[i]! - tau;
        if (w <= 0) continue;
        sum += power === 1 ? w : w * w;
        slope += power === 1 ? 1 : 2 * w;
        const v = out[i]! - middle;
        if (v > 0) sumMiddle += power === 1 ? v : v * v;
      }
      let next = tau + sum / slope;
      if (sumMiddle > 0) next = Math.max(next, middle);
      else high = middle;
      if (!(next > tau)) break;
      tau = next;
    }
    let delta = 0;
    for (let step = 0; step < 3; step++) {
      let sum = -1;
      let lost = 0;
      let slope = 0;
      for (let i = 0; i < n; i++) {
        const w = out[to + i]! - tau;
        if (!(w > -1e-9)) continue;
        const error = differenceError(out[to + i]!, tau, w) + errors[i]!;
        if (!(w + (error - delta) > 0)) continue;
        const term = power === 1 ? w : w * w;
        const next = sum + term;
        const back = next - sum;
        lost += sum - (next - back) + (term - back);
        lost += power === 1 ? error : productError(w, w, term) + 2 * w * error;
        slope += power === 1 ? 1 : 2 * w;
        sum = next;
      }
      delta = (sum + lost) / slope;
    }
    for (let i = 0; i < n; i++) {
      const w = out[to + i]! - tau;
      const y = w > -1e-9 ? w + (differenceError(out[to + i]!, tau, w) + errors[i]! - delta) : 0;
      out[to + i] = y > 0 ? (power === 1 ? y : y * y) : 0;
    }
  };
