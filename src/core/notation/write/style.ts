import type { DType, NumericArray } from '../../array/numericArray';
import type { NumberWriter } from '../../format/numberWriter';

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

/** Arrays of fewer numbers gain nothing from the writer, and may stand on one line. */
const FEW = 48;

/**
 * The literal of an array, without the constructor round it. Iterative: depth costs no stack.
 *
 * @param writer writes the finite numbers of long rows, where it writes the same as `text`
 */
export function literal(array: NumericArray, style: Style, text: NumberText, writer?: NumberWriter): string {
  const { data, shape } = array;
  if (shape.length === 0) return text(data[0]!);
  const last = shape[shape.length - 1]!;
  if (writer !== undefined && last * (shape[shape.length - 2] ?? 1) >= FEW && data.length > 0) {
    return atOnce(array, style, text, writer);
  }
  const rowText = (row: number): string =>
    Array.from({ length: last }, (_, k) => text(data[row * last + k]!)).join(style.separator);
  if (!style.nested) {
    const rows = Array.from({ length: shape.length === 1 ? 1 : shape[0]! }, (_, row) => rowText(row));
    return bracketed(rows.join(style.rowSeparator ?? '\n'), style);
  }
  let items = Array.from({ length: last === 0 ? 0 : data.length / last }, (_, row) => bracketed(rowText(row), style));
  if (last === 0) items = new Array<string>(shape.slice(0, -1).reduce((a, b) => a * b, 1)).fill(bracketed('', style));
  for (let dimension = shape.length - 2; dimension >= 0; dimension--) {
    const length = shape[dimension]!;
    const groups = length === 0 ? shape.slice(0, dimension).reduce((a, b) => a * b, 1) : items.length / length;
    const deeper = shape.length - 1 - dimension;
    const short = items.reduce((sum, item) => sum + item.length + 2, 0) / Math.max(groups, 1) <= LINE;
    const parting = short ? style.separator : broken(style.separator, Math.max(1, deeper));
    items = Array.from({ length: groups }, (_, group) =>
      bracketed(items.slice(group * length, (group + 1) * length).join(parting), style),
    );
  }
  return items[0]!;
}

/** The literal of an array whose rows or pairs of rows are too long for one line. */
function atOnce({ data, shape }: NumericArray, style: Style, text: NumberText, writer: NumberWriter): string {
  const { open, close, separator } = style;
  const last = shape[shape.length - 1]!;
  const depth = style.nested ? shape.length : 1;
  // what stands between rows where as many dimensions as the index begin anew
  const partings = Array.from({ length: shape.length }, (_, deeper) =>
    style.nested
      ? `${close.repeat(deeper)}${broken(separator, deeper)}${open.repeat(deeper)}`
      : (style.rowSeparator ?? '\n'),
  );
  const between = (row: number): string => {
    let deeper = 1;
    for (let rest = row; deeper < shape.length - 1; deeper++) {
      const length = shape[shape.length - 1 - deeper]!;
      if (rest % length !== 0) break;
      rest /= length;
    }
    return partings[deeper]!;
  };
  return open.repeat(depth) + writer.rows(data, last, separator, between, text) + close.repeat(depth);
}

/** What stands between the groups of a dimension that has others inside, each on lines of its own. */
const broken = (separator: string, deeper: number): string => `${separator.trimEnd()}${'\n'.repeat(deeper)} `;

const bracketed = (inner: string, { open, close }: Style): string => open + inner + close;
