import { evaluate } from '../activations/evaluate';
import type { Parameters } from '../activations/activation';
import type { Context } from './context';
import type { Finding } from './finding';

interface Convention {
  readonly framework: string;
  readonly code: string;
  readonly function: string;
  readonly params: Parameters;
}

/** Calls of the same name that compute another of our functions by default. */
const namesakes: Readonly<Record<string, readonly Convention[]>> = {
  gelu: [
    { framework: 'JAX', code: 'jax.nn.gelu(x)', function: 'geluTanh', params: {} },
    { framework: 'Keras', code: 'keras.ops.gelu(x)', function: 'geluTanh', params: {} },
  ],
  geluTanh: [
    { framework: 'PyTorch', code: 'torch.nn.functional.gelu(x)', function: 'gelu', params: {} },
    { framework: 'TensorFlow', code: 'tf.nn.gelu(x)', function: 'gelu', params: {} },
  ],
};

/** Differences under this share of the largest result are rounding, not convention. */
const ROUNDING = 1e-12;

/** Frameworks whose defaults give other results, and by how much on this array. Only when no parameter was chosen. */
export function conventionFindings({ array, activation, subject }: Context): Finding[] {
  if (activation === undefined || Object.keys(subject.params ?? {}).length > 0) return [];
  const spelled = activation.spellings.flatMap((spelling): Convention[] =>
    spelling.params === undefined
      ? []
      : [{ framework: spelling.framework, code: spelling.code, function: activation.id, params: spelling.params }],
  );
  const ours = evaluate(activation.id, array).data;
  const largest = ours.reduce((most, y) => (Number.isFinite(y) ? Math.max(most, Math.abs(y)) : most), 0);
  const seen = new Set<string>();
  const findings: Finding[] = [];
  for (const convention of [...spelled, ...(namesakes[activation.id] ?? [])]) {
    const theirs = evaluate(convention.function, array, convention.params).data;
    let at = -1;
    let difference = ROUNDING * largest;
    for (let i = 0; i < ours.length; i++) {
      const error = Math.abs(theirs[i]! - ours[i]!);
      if (error > difference) [at, difference] = [i, error];
    }
    const key = `${convention.function} ${JSON.stringify(convention.params)}`;
    if (at < 0 || seen.has(key)) continue;
    seen.add(key);
    findings.push({
      id: 'framework-default',
      severity: 'info',
      message: `${convention.code} (${convention.framework}) computes something else by default: on this array up to ${difference.toPrecision(3)} away, at index ${at}`,
      indices: [at],
      count: 1,
      figures: {
        framework: convention.framework,
        code: convention.code,
        difference,
        index: at,
        x: array.data[at]!,
        ours: ours[at]!,
        theirs: theirs[at]!,
      },
    });
  }
  return findings;
}
