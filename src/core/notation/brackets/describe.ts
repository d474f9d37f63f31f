import type { DType } from '../../array/numericArray';
import type { Problem } from '../../problem';
import { finish } from '../build/finish';
import type { NotationId, ReadHint, ReadResult } from '../notation';
import { problem } from '../problems';
import type { BracketReader } from './expression';
import type { Candidate } from './candidates';
import type { Dialect } from '../lexis/dialect';
import { applyLayout, type Methods } from '../build/followedMethods';
import { dtypeOfName } from '../lexis/words';

/** Frameworks whose arrays of fractions are float32 where nothing else is said. */
const singleByDefault: ReadonlySet<NotationId> = new Set(['pytorch', 'jax', 'tensorflow', 'mlx', 'paddle', 'glsl']);

/** Puts together what the bracket reader found at a candidate: notation, dtype, written shape. */
export function finishBracketed(
  text: string,
  hint: ReadHint,
  dialect: Dialect,
  reader: BracketReader,
  candidate: Candidate,
  methods: Methods,
  problems: readonly Problem[],
): ReadResult {
  const notation = reader.notation ?? notationOf(text, candidate, dialect);
  const implied = reader.named ?? declared(text, candidate, dialect) ?? reader.implied;
  const dtype: DType = implied ?? (reader.fraction && singleByDefault.has(notation) ? 'float32' : 'float64');
  const all = [...reader.problems, ...problems];
  const shape = reader.writtenShape;
  if (shape !== undefined) {
    const holds = shape.reduce((product, length) => product * length, 1);
    if (holds === reader.builder.length) reader.builder.reshape(shape);
    else {
      const details = { shape: shape.join(', '), count: reader.builder.length };
      all.push(problem('bad-shape', candidate.start, reader.end - candidate.start, details));
    }
  }
  const steps = [...reader.layout, ...methods.steps];
  if (steps.length === 0 || reader.failed) {
    return finish(reader.builder, notation, dtype, candidate.start, reader.end, all, hint);
  }
  const laid = applyLayout(reader.builder, steps, dtype);
  if (laid.wrong !== undefined) {
    const details = { shape: laid.wrong.join(', '), count: reader.builder.length };
    all.push(problem('bad-shape', candidate.start, methods.end - candidate.start, details));
  }
  return finish(reader.builder, notation, laid.dtype, candidate.start, methods.end, all, hint);
}

function notationOf(text: string, candidate: Candidate, dialect: Dialect): NotationId {
  if (/Array\(\d{1,12}\) ?$/.test(text.slice(candidate.start, candidate.expression).slice(-30))) return 'javascript';
  const brace = text.charAt(candidate.expression) === '{';
  if (!dialect.looseSigns || dialect.notation !== 'python') return dialect.notation;
  return brace ? 'c' : 'python';
}

/** The dtype that a declaration before the literal names: `float w[2] =`, `let a: [f32; 3] =`. */
function declared(text: string, candidate: Candidate, dialect: Dialect): DType | undefined {
  const head = text.slice(Math.max(0, candidate.start - 200), candidate.expression);
  const statement = head.slice(
    Math.max(head.lastIndexOf(';', head.length - 12), head.lastIndexOf('\n', head.length - 3)) + 1,
  );
  const braces = text.charAt(candidate.expression) === '{';
  if (!dialect.floatIsSingle && !braces && !/^\s*(let|var|val|const)\b/.test(statement)) {
    return /\b(Float(?:16|32|64)Array)\b/.test(statement)
      ? dtypeOfName(/Float\d+Array/.exec(statement)![0], true)
      : undefined;
  }
  for (const word of statement.match(/[A-Za-z_]\w*/g) ?? []) {
    if (
      /^(float|double|half|single|Float|Double|_Float16|__half|half_t|real|f16|f32|f64|bfloat16|bf16|__nv_bfloat16|nv_bfloat16|(float|bfloat)\d+(_t)?|Float\d+|(Float|Double)Array|Float\d+Array|vec[234]|float[234])$/.test(
        word,
      )
    ) {
      if (/^(vec|float)[234]$/.test(word)) return 'float32';
      return dtypeOfName(word, true);
    }
  }
  return undefined;
}
