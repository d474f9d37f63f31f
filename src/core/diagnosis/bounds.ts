import { evaluate } from '../activations/evaluate';
import type { Context } from './context';
import { indicesWhere, type Finding } from './finding';

/** Results that round to a bound which the function itself never reaches: an exact 0 or 1 that is none. */
export function boundFindings(context: Context): Finding[] {
  const { array, activation, softmax, subject, layout, temperature } = context;
  const dtype = subject.dtype ?? 'float64';
  const finite = (i: number): boolean => Number.isFinite(array.data[i]!);
  const findings: Finding[] = [];
  const report = (result: Float64Array, bound: number, advice: string): void => {
    const found = indicesWhere(result.length, (i) => finite(i) && result[i] === bound);
    if (found.count === 0) return;
    const first = found.indices[0]!;
    findings.push({
      id: 'rounds-to-bound',
      severity: 'info',
      message: `${found.count} of ${result.length} results are exactly ${bound} in ${dtype}, though the function never reaches it (first at index ${first}, x = ${array.data[first]!})${advice}`,
      ...found,
      figures: { bound, dtype, count: found.count, of: result.length, index: first, x: array.data[first]! },
    });
  };
  if (activation !== undefined) {
    const result = evaluate(activation.id, array, subject.params, { dtype }).data;
    const range = activation.range(subject.params ?? {});
    if (!range.minReached && Number.isFinite(range.min)) report(result, range.min, '');
    if (!range.maxReached && Number.isFinite(range.max)) report(result, range.max, '');
  }
  if (softmax?.id === 'softmax' && layout.length > 1) {
    const result = softmax.apply(array, { axis: layout.axis, temperature, dtype }).data;
    report(result, 0, ': its logarithm is -infinity; log-softmax keeps it');
    report(result, 1, '');
  }
  return findings;
}
