import type { DType } from '../../array/numericArray';
import { finish } from '../build/finish';
import type { NotationId, ReadHint, ReadResult } from '../notation';
import type { Problem } from '../../problem';
import { problem, quoted, type ProblemCode } from '../problems';
import { ArrayBuilder } from '../build/arrayBuilder';
import { booleanValue, isMissing } from '../lexis/words';
import { NumberScanner } from '../lexis/number';
import { isBlank } from './lines';

/** What a cell holds; 'malformed' is meant as a number, 'wrong' is a text. */
export type CellKind = 'number' | 'boolean' | 'missing' | 'empty' | 'malformed' | 'wrong';

const percent = 37;

/** more are of no use to a person */
const maximumProblems = 20;
const absent = new Set(['n/a', '#n/a', '<na>', 'na', 'null', 'none', '--', '-', '?', '.', '']);
const infinity = /^(?:inf|infinity|infty|oo|\u221e)$/i;
const decimalComma = /^[\d.]*,[\d,]*(?:e[-+]?\d+)?$/i;
const complex = /^[\d.]+(?:e[-+]?\d+)? ?[-+] ?[\d.]+(?:e[-+]?\d+)?\*?[ij]m?$/i;
const isDigit = (c: number): boolean => c >= 48 && c <= 57;

/**
 * Reads the cells of tables and prints: one number each, `nan` and infinities, booleans, missing values. Collects
 * them with what is wrong in them. The notation's reader finds the cells and the rows.
 */
export class CellReader {
  readonly builder: ArrayBuilder;
  readonly problems: Problem[] = [];
  /** what `look` found */
  value = 0;
  code: ProblemCode = 'string';
  /** the cell without blanks round it */
  start = 0;
  end = 0;

  private readonly scanner: NumberScanner;
  private scanned = false;
  private percents = 0;
  private percentage = false;
  private booleans = 0;
  private missing = 0;
  private warned = false;

  constructor(
    readonly text: string,
    private readonly hint: ReadHint,
  ) {
    this.builder = new ArrayBuilder(hint.ranges);
    this.scanner = new NumberScanner(text, { exponentD: true });
  }

  get full(): boolean {
    return this.problems.length >= maximumProblems;
  }

  /** Tells what stands in a part of the text, without collecting it. */
  look(from: number, to: number): CellKind {
    const { text, scanner } = this;
    let [start, end] = [from, to];
    while (start < end && isBlank(text.charCodeAt(start))) start++;
    while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
    this.start = start;
    this.end = end;
    this.scanned = false;
    this.percentage = false;
    if (start === end) return 'empty';
    const sign = text.charCodeAt(start);
    const negative = sign === 45;
    const p = negative || sign === 43 ? start + 1 : start;
    const c = text.charCodeAt(p);
    this.code = 'string';
    if (isDigit(c) || (c === 46 && isDigit(text.charCodeAt(p + 1)))) {
      scanner.scan(p);
      if (scanner.end === end - 1 && text.charCodeAt(end - 1) === percent && scanner.trouble === '') {
        return this.percent(p, negative);
      }
      if (scanner.end !== end) {
        const rest = end - start < 60 ? text.slice(p, end) : '';
        if (decimalComma.test(rest)) this.code = 'decimal-comma';
        else if (complex.test(rest)) this.code = 'complex';
        else return 'wrong';
        return 'malformed';
      }
      if (scanner.trouble !== '') {
        this.code = scanner.trouble;
        return scanner.trouble === 'bad-number' ? 'wrong' : 'malformed';
      }
      this.value = negative ? -scanner.value : scanner.value;
      this.scanned = true;
      return 'number';
    }
    if (end - start > 24) return 'wrong';
    const word = text.slice(start, end);
    const bare = text.slice(p, end);
    if (/^nan$/i.test(bare)) this.value = NaN;
    else if (infinity.test(bare)) this.value = negative ? -Infinity : Infinity;
    else if (booleanValue(word) !== undefined) {
      this.value = booleanValue(word)!;
      return 'boolean';
    } else if (isMissing(word) || absent.has(word.toLowerCase())) return 'missing';
    else {
      if (word !== '...' && word !== '\u2026') return 'wrong';
      this.code = 'truncated';
      return 'malformed';
    }
    return 'number';
  }

  /** `90.03%` is 0.9003, read from its decimals rather than divided. */
  private percent(p: number, negative: boolean): CellKind {
    const digits = this.text.slice(p, this.end - 1);
    const value = /e/i.test(digits) ? this.scanner.value / 100 : Number(`${digits.replaceAll('_', '')}e-2`);
    if (Number.isNaN(value)) return 'wrong';
    this.value = negative ? -value : value;
    this.scanned = true;
    this.percentage = true;
    return 'number';
  }

  /** Collects the cell that `look` saw, or what is wrong in it. */
  take(kind: CellKind): void {
    const { text, start } = this;
    let { end } = this;
    if (kind === 'number' || kind === 'boolean') {
      if (this.scanned) {
        const { decimals, significant, integer } = this.scanner;
        this.builder.digits(this.percentage ? decimals + 2 : decimals, significant);
        if (this.percentage) this.percents++;
        if (integer && !this.warned && Math.abs(this.value) > Number.MAX_SAFE_INTEGER) {
          this.warned = true;
          this.problems.push(
            problem('inexact-integer', start, end - start, { text: quoted(text, start, end), value: this.value }),
          );
        }
      }
      if (kind === 'boolean') this.booleans++;
      this.builder.value(this.value, start, end);
      return;
    }
    let from = start;
    if (start === end) {
      if (end < text.length) end++;
      else from--;
    }
    const wrong = kind === 'wrong' || kind === 'malformed';
    if (wrong || this.hint.missing !== 'nan') {
      const code = wrong ? this.code : this.start === this.end ? 'empty-cell' : 'missing';
      if (!this.full) {
        const words = quoted(text, start, this.end);
        this.problems.push(problem(code, start, this.end - start, { text: words, name: words }));
      }
    } else this.missing++;
    this.builder.value(NaN, from, end);
  }

  /** Reads and collects a cell. */
  cell(start: number, end: number): CellKind {
    const kind = this.look(start, end);
    this.take(kind);
    return kind;
  }

  /** The result: one row or one column is one dimension, unless the notation tells otherwise. */
  finish(
    notation: NotationId,
    dtype: DType,
    start: number,
    end: number,
    warnings: readonly Problem[] = [],
  ): ReadResult {
    const { booleans, missing, percents, problems } = this;
    const all = [...problems, ...warnings];
    if (booleans > 0) all.push(problem('boolean-as-number', start, end - start, { count: booleans }));
    if (percents > 0) all.push(problem('percent-as-fraction', start, end - start, { count: percents }));
    if (missing > 0) all.push(problem('missing-as-nan', start, end - start, { count: missing }));
    return finish(this.builder, notation, dtype, start, end, all, this.hint);
  }

  /** Makes one dimension of a table of one row or one column. */
  flatten(): void {
    const { builder } = this;
    const [rows, columns, deeper] = builder.shape();
    if (rows === undefined || columns === undefined || deeper !== undefined || (rows !== 1 && columns !== 1)) return;
    builder.reshape([rows * columns]);
    const { labels } = builder;
    if (labels !== undefined) builder.labels = [columns === 1 ? (labels[0] ?? labels[1]) : labels[1]];
  }
}
