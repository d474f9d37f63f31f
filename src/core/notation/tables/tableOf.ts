import type { AxisLabels, DType } from '../../array/numericArray';
import type { Problem } from '../../problem';
import type { NotationId, ReadHint, ReadResult } from '../notation';
import { problem } from '../problems';
import { CellReader } from './cells';
import type { Cell, Row } from './lines';

export interface TableOptions {
  readonly notation: NotationId;
  readonly dtype?: DType;
  readonly problems?: readonly Problem[];
  readonly factor?: number | undefined;
  /** lengths that the text itself tells, e.g. in a footer */
  readonly shape?: readonly number[] | undefined;
  readonly labels?: AxisLabels | undefined;
  /** a cell that is no number fails the reading; else the text is not in this notation */
  readonly strict: boolean;
  /** what the notation alone writes for a number, asked of cells that are none elsewhere */
  readonly number?: (cell: Cell) => number | undefined;
}

/**
 * Rows of cells as an array: one row or one column is one dimension, all else two. Undefined where a cell is no number
 * and the notation is not certain.
 */
export function tableOf(
  text: string,
  rows: readonly Row[],
  hint: ReadHint,
  options: TableOptions,
): ReadResult | undefined {
  const reader = new CellReader(text, hint);
  const { builder } = reader;
  const problems: Problem[] = [...(options.problems ?? [])];
  const first = rows[0]?.[0]?.start ?? 0;
  const last = rows[rows.length - 1]?.at(-1)?.end ?? 0;
  builder.open(first);
  for (const row of rows) {
    builder.open(row[0]?.start ?? first);
    for (const one of row) {
      const kind = reader.look(one.start, one.end);
      const own = kind === 'wrong' || kind === 'malformed' ? options.number?.(one) : undefined;
      if (own !== undefined) builder.value(own, one.start, one.end);
      else if (!options.strict && (kind === 'wrong' || kind === 'malformed' || kind === 'empty')) return undefined;
      else reader.take(kind);
    }
    builder.close(row[row.length - 1]?.end ?? first);
    if (reader.full) break;
  }
  builder.close(last);
  const { factor, shape } = options;
  if (factor !== undefined) {
    builder.multiply(factor);
    problems.push(problem('scale-applied', first, last - first, { factor }));
  }
  if (builder.problem === undefined) reshape(reader, rows, shape, problems, last);
  builder.labels = options.labels;
  return reader.finish(options.notation, options.dtype ?? 'float64', first, last, problems);
}

function reshape(
  { builder }: CellReader,
  rows: readonly Row[],
  shape: readonly number[] | undefined,
  problems: Problem[],
  end: number,
): void {
  if (shape !== undefined) {
    const count = shape.reduce((product, length) => product * length, 1);
    if (count === builder.length) builder.reshape(shape);
    else problems.push(problem('bad-shape', 0, end, { shape: shape.join(', '), count: builder.length }));
  } else if (rows.length === 1 || rows.every((row) => row.length === 1)) builder.reshape([builder.length]);
}
