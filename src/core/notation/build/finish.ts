import { checkedArray, type AxisLabels, type DType } from '../../array/numericArray';
import type { Problem } from '../../problem';
import { problem, quoted } from '../problems';
import { roundTo } from '../../precision/roundTo';
import type { NotationId, ReadHint, ReadResult } from '../notation';
import type { ArrayBuilder } from './arrayBuilder';

/**
 * Turns what a reader collected into its result: values rounded to the dtype, shape, ranges, printed digits. Every
 * array that is read from a text is made here, and holds as many values as its shape says: else it is a failure.
 *
 * @param problems what was found on the way; any error among them makes the result a failure
 */
export function finish(
  builder: ArrayBuilder,
  notation: NotationId,
  dtype: DType,
  start: number,
  end: number,
  problems: readonly Problem[],
  hint: ReadHint,
): ReadResult {
  const all = builder.problem === undefined ? [...problems] : [...problems, builder.problem];
  if (all.some((p) => p.severity === 'error')) return { ok: false, problems: all };
  const shape = builder.shape();
  const holds = shape.reduce((product, length) => product * length, 1);
  if (holds !== builder.length) {
    const details = { shape: shape.join(', '), count: builder.length };
    return { ok: false, problems: [problem('bad-shape', start, Math.max(0, end - start), details), ...all] };
  }
  // a copy of a big array costs more than its few spare places
  const spare = builder.data.length - builder.length;
  const exact = builder.length < 4096 || spare > builder.length / 8;
  const data = exact ? builder.data.slice(0, builder.length) : builder.data.subarray(0, builder.length);
  if (dtype === 'float32') for (let i = 0; i < data.length; i++) data[i] = Math.fround(data[i]!);
  else if (dtype !== 'float64') for (let i = 0; i < data.length; i++) data[i] = roundTo(dtype, data[i]!);
  // adding 0 makes a zero of -0
  const decimals = Number.isFinite(builder.decimals) ? builder.decimals + 0 : 0;
  return {
    ok: true,
    array: checkedArray(data, shape, dtype, fitting(builder.labels, shape)),
    notation,
    start,
    end,
    problems: all,
    digits: { decimals, significant: builder.significant },
    ...(hint.ranges === true && {
      ranges: { starts: builder.starts.slice(0, builder.length), ends: builder.ends.slice(0, builder.length) },
    }),
  };
}

/** Labels of the axes that they fit; a transpose or a reshape behind a table leaves them without a meaning. */
function fitting(labels: AxisLabels | undefined, shape: readonly number[]): AxisLabels | undefined {
  if (labels?.length !== shape.length) return undefined;
  return labels.map((names, axis) => {
    if (names === undefined || names.length !== shape[axis]) return undefined;
    return names.map((name) => quoted(name, 0, name.length));
  });
}
