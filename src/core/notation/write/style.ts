import type { DType, NumericArray } from '../../array/numericArray';

/** How a notation writes its parts; `styles.ts` has one for each notation. */
export interface Style {
  /** brackets of one dimension; of the type's name where the notation writes one at each level */
  readonly open: string;
  readonly close: string;
  readonly separator: string;
  /** between the rows of a matrix, where it is not the separator and a line end */
  readonly rowSeparator?: string;
  /** rows stand in brackets of their own: [[1, 2], [3, 4]]; else only `rowSeparator` parts them */
  readonly nested: boolean;
  /** most dimensions that the notation can write */
  readonly dimensions: number;
  /** a whole number carries a point, 1.0, where a bare 1 would be an integer to the language */
  readonly point: boolean;
  readonly nan: string;
  readonly infinity: string;
  readonly negativeInfinity: string;
  /** rewrites a finite number's text: suffixes, other exponent signs */
  readonly number?: (text: string, dtype: DType) => string;
  /** what stands round the literal: the constructor with its dtype */
  readonly wrap?: (body: string, array: NumericArray) => string;
}

/** Text of each value in the style, in the array's order. */
export type NumberText = (x: number) => string;

/** Lines longer than this are broken between rows. */
const LINE = 88;

/** The literal of an array, without the constructor round it. Iterative: depth costs no stack. */
export function literal(array: NumericArray, style: Style, text: NumberText): string {
  const { data, shape } = array;
  if (shape.length === 0) return text(data[0]!);
  if (!style.nested) return flatLiteral(array, style, text);
  const last = shape[shape.length - 1]!;
  let items = Array.from({ length: last === 0 ? 0 : data.length / last }, (_, row) =>
    bracketed(Array.from({ length: last }, (__, k) => text(data[row * last + k]!)).join(style.separator), style),
  );
  if (last === 0) items = new Array<string>(shape.slice(0, -1).reduce((a, b) => a * b, 1)).fill(bracketed('', style));
  for (let dimension = shape.length - 2; dimension >= 0; dimension--) {
    const length = shape[dimension]!;
    const groups = length === 0 ? shape.slice(0, dimension).reduce((a, b) => a * b, 1) : items.length / length;
    const deeper = shape.length - 1 - dimension;
    const short = items.reduce((sum, item) => sum + item.length + 2, 0) / Math.max(groups, 1) <= LINE;
    const parting = short ? style.separator : `${style.separator.trimEnd()}${'\n'.repeat(Math.max(1, deeper))} `;
    items = Array.from({ length: groups }, (_, group) =>
      bracketed(items.slice(group * length, (group + 1) * length).join(parting), style),
    );
  }
  return items[0]!;
}

const bracketed = (inner: string, { open, close }: Style): string => open + inner + close;

/** Notations in which only separators part the rows: [1 2; 3 4], tables, lines. */
function flatLiteral({ data, shape }: NumericArray, style: Style, text: NumberText): string {
  const columns = shape[shape.length - 1]!;
  const rows = shape.length === 1 ? 1 : shape[0]!;
  const lines = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, k) => text(data[row * columns + k]!)).join(style.separator),
  );
  return bracketed(lines.join(style.rowSeparator ?? '\n'), style);
}
