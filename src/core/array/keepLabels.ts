import type { NumericArray } from './numericArray';

/**
 * The result of a function with the labels of its argument, along every axis that the function left as long as it
 * was: softmax and element-wise functions keep them all, a gated unit those of the axes that it does not halve.
 *
 * @example keepLabels(numericArray([1, 2], [2], 'float64', [['cat', 'dog']]), numericArray([0, 1])).labels // [['cat', 'dog']]
 */
export function keepLabels(argument: NumericArray, result: NumericArray): NumericArray {
  const { labels, shape } = argument;
  if (labels === undefined || result.labels !== undefined || shape.length !== result.shape.length) return result;
  const kept = labels.map((names, axis) => (shape[axis] === result.shape[axis] ? names : undefined));
  return kept.some((names) => names !== undefined) ? { ...result, labels: kept } : result;
}
