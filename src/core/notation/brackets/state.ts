import type { DType } from '../../array/numericArray';
import { dtypes } from '../../array/numericArray';
import type { Problem } from '../../problem';
import type { NotationId, ReadHint } from '../notation';
import type { ProblemCode } from '../problems';
import { problem } from '../problems';
import { ArrayBuilder } from '../build/arrayBuilder';
import { Blanks } from '../lexis/trivia';
import type { Dialect } from '../lexis/dialect';
import { Evaluator } from './arithmetic';
import type { Source } from './source';
import type { Frame } from './frame';
import { Kind } from './frame';
import type { LayoutStep } from '../build/followedMethods';
import { dtypeOfName } from '../lexis/words';
import { NumberScanner } from '../lexis/number';

/** deeper nesting than any array has: a hostile text */
const maximumFrames = 1000;
/** enough for a person; the reading stops there */
const maximumProblems = 20;

/** What one reading of an expression knows: the stack of brackets, the values, the problems. */
export abstract class ReaderState {
  builder = new ArrayBuilder();
  problems: Problem[] = [];
  /** one past the expression */
  end = 0;
  /** the notation that a constructor or the way of writing tells */
  notation: NotationId | undefined;
  /** the dtype that an argument or the outermost constructor names */
  named: DType | undefined;
  /** the dtype that suffixes and conversions of single values imply */
  implied: DType | undefined;
  /** a value is written with point, exponent or as nan or infinity */
  fraction = false;
  /** the shape that an argument `shape=` names, for empty arrays */
  writtenShape: number[] | undefined;
  /** calls of `reshape` round the array */
  layout: LayoutStep[] = [];
  /** the common factor of all values, printed before them */
  scale = 1;
  /** the reading stopped for good */
  fatal = false;
  /** the text ended before the bracket that ends a list whose opening bracket is not in it */
  unended = false;
  /** how far the text was read, where that is beyond `end` */
  reached = 0;
  /** numbers were separated by something: it looks like an array even if it is wrong */
  arrayLike = false;

  protected dialect: Dialect;
  protected blanks: Blanks;
  protected scanner: NumberScanner;
  protected evaluator: Evaluator;
  protected frames: Frame[] = [];
  protected top: Frame;
  protected spaces = false;
  protected restart: 'spaces' | 'matrix' | undefined;
  protected operand = true;
  protected done = false;
  /** where the last operand ended, and whether blanks followed */
  protected lastEnd = 0;
  protected commas = 0;
  protected booleans = 0;
  protected missing = 0;
  protected warnedInteger = false;
  protected columnVector = true;
  protected plainBlanks = false;

  protected readonly text: string;
  protected readonly hint: ReadHint;
  protected readonly limit: number;

  /**
   * @param bytes the text as bytes, where the quick way is wanted
   * @param limit the reading ends there
   */
  constructor(
    protected readonly source: Source,
    protected readonly bytes: Uint8Array | undefined,
    limit = source.text.length,
  ) {
    const { text, dialect } = source;
    this.text = text;
    this.hint = source.hint;
    this.limit = limit;
    this.dialect = dialect;
    this.blanks = this.makeBlanks();
    this.scanner = new NumberScanner(text, dialect.numbers);
    this.evaluator = new Evaluator(dialect.integerDivision);
    this.top = this.frame(Kind.root, 0, 0);
  }

  /** whether what was read is no array */
  get failed(): boolean {
    return this.fatal || this.allProblems.some((one) => one.severity === 'error');
  }

  get allProblems(): Problem[] {
    return this.builder.problem === undefined ? this.problems : [...this.problems, this.builder.problem];
  }

  protected reset(): void {
    this.restart = undefined;
    this.blanks = this.makeBlanks();
    this.scanner = new NumberScanner(this.text, this.dialect.numbers);
    this.evaluator = new Evaluator(this.dialect.integerDivision);
    this.builder.discard();
    this.builder = new ArrayBuilder(this.hint.ranges, this.source.allowance);
    this.problems = [];
    this.frames = [];
    this.top = this.frame(Kind.root, 0, 0);
    this.operand = true;
    this.done = this.fatal = this.fraction = this.warnedInteger = false;
    this.commas = this.booleans = this.missing = 0;
    this.named = this.implied = this.notation = this.writtenShape = undefined;
    this.columnVector = true;
    this.layout = [];
    this.scale = 1;
  }

  protected makeBlanks(): Blanks {
    const { source, text, limit, dialect } = this;
    if (limit === text.length) return source.blanks(dialect);
    return new Blanks(text, limit, dialect.comments, dialect.matrix === 'matlab');
  }

  protected frame(kind: Kind, open: number, closer: number, compute?: (...args: number[]) => number): Frame {
    return {
      kind,
      open,
      closer,
      mark: this.evaluator.mark(),
      base: this.evaluator.values.length,
      compute,
      matrix: false,
      pending: 0,
      elementStart: -1,
      reshape: undefined,
      from: this.builder.length,
      callee: undefined,
      count: 0,
      rows: 0,
      separators: 0,
      commas: 0,
    };
  }

  protected push(frame: Frame): void {
    if (this.frames.length >= maximumFrames) this.stop('too-deep', frame.open, 1, { limit: maximumFrames });
    this.frames.push(this.top);
    this.top = frame;
    this.operand = true;
  }

  protected pushValue(value: number, integer: boolean, end: number): number {
    this.evaluator.push(value, integer);
    this.top.pending = 1;
    this.operand = false;
    this.lastEnd = end;
    return end;
  }

  /** NaN in the place of a value that has a problem, so that reading goes on and finds the other problems too */
  protected reportValue(code: ProblemCode, p: number, end: number, details: Record<string, string | number>): number {
    this.report(code, p, end - p, details);
    return this.pushValue(NaN, false, end);
  }

  /** the expression is whole: its value, if it is a number, becomes the array */
  protected complete(p: number): void {
    this.done = true;
    this.end = this.lastEnd === 0 ? p : this.lastEnd;
    const root = this.top;
    this.evaluator.reduce(root.mark);
    if (root.pending === 1) this.builder.value(this.evaluator.pop(), root.elementStart, this.end);
  }

  protected imply(dtype: DType): void {
    if (this.implied === undefined || dtypes.indexOf(dtype) < dtypes.indexOf(this.implied)) this.implied = dtype;
  }

  /** Notes the type that a constructor or an argument spells. */
  protected name(name: string): void {
    const inner = /<\s?([\w.]{1,20})/.exec(name);
    const dtype = dtypeOfName(
      inner?.[1] ?? name,
      this.dialect.floatIsSingle || inner !== null || !/^(python|json|yaml|matlab)$/.test(this.dialect.notation),
    );
    if (dtype !== undefined) this.named ??= dtype;
  }

  protected report(code: ProblemCode, p: number, length: number, details: Record<string, string | number>): void {
    this.problems.push(problem(code, p, Math.min(length, this.limit - p), details));
    if (this.problems.length >= maximumProblems) {
      this.fatal = true;
      this.end = this.limit;
    }
  }

  protected stop(code: ProblemCode, p: number, length: number, details: Record<string, string | number>): number {
    this.fatal = true;
    this.end = Math.min(this.limit, p + length);
    this.arrayLike ||= code === 'truncated' || code === 'too-deep';
    this.problems.unshift(problem(code, p, Math.max(0, Math.min(length, this.limit - p)), details));
    return p;
  }
}
