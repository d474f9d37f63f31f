import type { Context } from './context';
import { indicesWhere, type Finding } from './finding';

/** NaN and infinities that are in the numbers already, before any function. */
export function inputFindings({ array, softmax }: Context): Finding[] {
  const { data } = array;
  const findings: Finding[] = [];
  const bad = indicesWhere(data.length, (i) => !Number.isFinite(data[i]!));
  if (bad.count === 0) return findings;
  const nan = indicesWhere(data.length, (i) => Number.isNaN(data[i]!));
  const first = bad.indices[0]!;
  const masks = softmax !== undefined && nan.count === 0 && bad.indices.every((i) => data[i] === -Infinity);
  if (!masks) {
    findings.push({
      id: 'nonfinite-input',
      severity: nan.count > 0 ? 'error' : 'warning',
      message: `${bad.count} of ${data.length} values are NaN or infinite before any function; the first is ${data[first]!} at index ${first}`,
      ...bad,
      figures: { count: bad.count, of: data.length, nan: nan.count, index: first, value: String(data[first]) },
    });
  }
  const infinite = indicesWhere(data.length, (i) => data[i] === Infinity);
  if (softmax !== undefined && infinite.count > 0) {
    findings.push({
      id: 'infinite-logit',
      severity: 'error',
      message: `a logit is +infinity at index ${infinite.indices[0]!}: inf - inf makes its whole row NaN`,
      ...infinite,
      figures: { index: infinite.indices[0]!, count: infinite.count },
    });
  }
  return findings;
}
