import type { NumericArray } from '../array/numericArray';
import { formats } from '../precision/formats';
import { countNumbers } from './counts';
import { rowEntropies } from './entropy';
import { moments } from './moments';
import { quantiles } from './quantile';
import type { Summary, SummaryOptions } from './summary';

function meanEntropy(array: NumericArray): number {
  const entropies = rowEntropies(array);
  let sum = 0;
  for (const entropy of entropies) sum += entropy;
  return sum / entropies.length;
}

/**
 * Statistics of all numbers of an array: extent, mean and spread, quartiles, norms, how many are special. Contracts
 * for NaN, infinities and empty arrays stand at Summary.
 *
 * @example summarize(numericArray([1, 2, 3, 4])).mean // 2.5
 */
export function summarize(array: NumericArray, { quantiles: wanted = true }: SummaryOptions = {}): Summary {
  const { data } = array;
  const smallestNormal = 2 ** formats[array.dtype].minExponent;
  const counts = countNumbers(data, smallestNormal);
  const { min, max, argmin, argmax, low, high, nan, positiveInf, negativeInf, zero, negative, subnormal } = counts;
  const inf = positiveInf + negativeInf;
  const numbers = data.length - nan;
  const finite = numbers - inf;
  const { mean, std, l1, l2 } = moments(data, finite, Math.max(Math.abs(low), Math.abs(high)));
  const infinite = (positiveInf > 0 ? Infinity : 0) + (negativeInf > 0 ? -Infinity : 0);
  const [q1, median, q3] = wanted
    ? quantiles(nan > 0 ? data.filter((x) => x === x) : data, [0.25, 0.5, 0.75])
    : [NaN, NaN, NaN];
  const entropy = nan + inf + negative === 0 && max <= 1 ? meanEntropy(array) : NaN;
  return {
    count: data.length,
    min: numbers > 0 ? min : NaN,
    max: numbers > 0 ? max : NaN,
    mean: inf > 0 ? infinite : mean,
    std: inf > 0 ? NaN : std,
    median: median!,
    q1: q1!,
    q3: q3!,
    l1: inf > 0 ? Infinity : l1,
    l2: inf > 0 ? Infinity : l2,
    lInf: numbers > 0 ? Math.max(Math.abs(min), Math.abs(max)) : NaN,
    nan,
    inf,
    positiveInf,
    negativeInf,
    zero,
    negative,
    subnormal,
    argmin,
    argmax,
    finite: {
      count: finite,
      min: finite > 0 ? low : NaN,
      max: finite > 0 ? high : NaN,
      mean,
      std,
    },
    entropy,
    perplexity: Math.exp(entropy),
  };
}
