import { evaluate } from '../activations/evaluate';
import { numericArray, type DType } from '../array/numericArray';
import { arithmeticOf } from '../precision/arithmeticOf';
import { roundTo } from '../precision/roundTo';
import type { RowFunction } from '../softmax/alongAxis';
import { softmaxFamily } from '../softmax/registry';
import { rowIndices, type Context } from './context';
import { indicesWhere, type Finding } from './finding';
import { watch, type Step } from './watch';
import { rowsLookedAt, writtenRows } from './writtenRows';

/** Operation by operation is slow: arrays longer than this are looked at up to here; rows in `writtenRows`. */
const LONGEST = 100_000;

interface Broken {
  readonly indices: readonly number[];
  readonly count: number;
  readonly step: Step | undefined;
}

function allFinite(numbers: Float64Array, from: number, end: number): boolean {
  for (let i = from; i < end; i++) if (!Number.isFinite(numbers[i])) return false;
  return true;
}

/** The step of a row's formula that makes its first NaN or infinity. */
function firstStep(
  { textbook }: RowFunction,
  places: readonly number[],
  { array, temperature }: Context,
  dtype: DType,
): Step | undefined {
  const { arithmetic, steps } = watch(arithmeticOf(dtype));
  const values = Float64Array.from(places, (i) => arithmetic.constant(array.data[i]!));
  const t = arithmetic.constant(temperature);
  textbook(values, 0, values.length, values, 0, t, arithmetic, arithmetic);
  return steps[0];
}

/** Which results are NaN or infinite when the textbook formula runs in `dtype`, and the step that made the first. */
function brokenIn(context: Context, dtype: DType): Broken | undefined {
  const { array, activation, softmax } = context;
  const ordinary = (i: number): boolean => Number.isFinite(array.data[i]!);
  if (activation !== undefined) {
    const head = numericArray(array.data.subarray(0, LONGEST));
    const exact = evaluate(activation.id, head, context.subject.params).data;
    const written = evaluate(activation.id, head, context.subject.params, { dtype, mode: 'stepwise' }).data;
    const found = indicesWhere(
      written.length,
      (i) => ordinary(i) && !Number.isFinite(written[i]!) && (dtype === 'float64' || Number.isFinite(exact[i]!)),
    );
    if (found.count === 0) return undefined;
    const { arithmetic, steps } = watch(arithmeticOf(dtype));
    const x = arithmetic.constant(array.data[found.indices[0]!]!);
    activation.textbook(x, context.subject.params ?? {}, arithmetic);
    return { ...found, step: steps[0] };
  }
  // a row whose numbers become one has no entry to point at
  if (softmax === undefined || softmax.row.reduces === true) return undefined;
  const exactOf = softmaxFamily.get(softmax.exactId)!.apply;
  const broken: number[] = [];
  let first: Step | undefined;
  const { layout, temperature } = context;
  const results = layout.length > 0 ? writtenRows(context, dtype) : new Float64Array(0);
  for (let row = 0; row < rowsLookedAt(context); row++) {
    if (allFinite(results, row * layout.length, (row + 1) * layout.length)) continue;
    const places = rowIndices(context, row);
    if (!places.every((i) => array.data[i]! < Infinity) || places.every((i) => array.data[i] === -Infinity)) continue;
    const exact = exactOf(numericArray(places.map((i) => array.data[i]!)), { temperature }).data;
    const written = results.subarray(row * layout.length, (row + 1) * layout.length);
    const bad = places.filter((_, k) => !Number.isFinite(written[k]!) && Number.isFinite(exact[k]!));
    if (bad.length > 0) first ??= firstStep(softmax.row, places, context, dtype);
    broken.push(...bad);
  }
  const found = indicesWhere(broken.length, () => true);
  return broken.length === 0
    ? undefined
    : { indices: found.indices.map((k) => broken[k]!), count: broken.length, step: first };
}

/** Results that the formula as written turns into NaN or infinity: in float64, or only in a narrower dtype. */
export function overflowFindings(context: Context): Finding[] {
  const { subject } = context;
  const id = subject.function;
  if (id === undefined) return [];
  const asked: readonly DType[] =
    subject.dtype === undefined ? ['float64', 'float32', 'bfloat16', 'float16'] : [subject.dtype];
  const findings: Finding[] = [];
  for (const dtype of asked) {
    const broken = brokenIn(context, dtype);
    if (broken === undefined) continue;
    const at = broken.indices[0]!;
    const x = context.array.data[at]!;
    const tooLarge = !Number.isFinite(roundTo(dtype, x));
    const operation = tooLarge ? 'input' : (broken.step?.operation ?? 'input');
    const operand = tooLarge ? x : (broken.step?.operands[0] ?? x);
    const cause = broken.step?.cause ?? 'overflow';
    findings.push({
      id: dtype === 'float64' ? 'nonfinite-result' : 'dtype-overflow',
      severity: dtype === 'float64' || dtype === subject.dtype ? 'error' : 'info',
      message: `in ${dtype} ${id} gives ${broken.count} NaN or infinite results, the first at index ${at} (x = ${x}): ${operation}(${operand}) is the step that breaks (${cause})`,
      indices: broken.indices,
      count: broken.count,
      figures: { dtype, function: id, index: at, x, operation, operand, cause, count: broken.count },
    });
    if (dtype === 'float64') break;
  }
  return findings;
}
