import type { DType } from '../../array/numericArray';
import { dtypes } from '../../array/numericArray';
import type { Problem } from '../../problem';
import type { NotationId, ReadHint } from '../notation';
import type { ProblemCode } from '../problems';
import { problem, quoted } from '../problems';
import { ArrayBuilder } from './arrayBuilder';
import { Blanks, closerOf, groupEnd, isCloser, isDigit, isNameStart, isOpener, isQuote, nameEnd } from './blanks';
import type { Dialect } from './dialect';
import { matrixDialect } from './dialect';
import { Evaluator } from './evaluator';
import type { Operator } from './evaluator';
import { booleanValue, constantValue, constructorOf, dtypeOfName, functionOf, isDescribing, isMissing } from './names';
import { NumberScanner } from './numberScanner';

const enum Kind {
  root,
  list,
  /** brackets of constant arithmetic, or round a list: `([1, 2])` */
  group,
  /** a call that hands through its first argument: `np.array(…)`, `float(…)` */
  wrap,
  /** a function of numbers */
  compute,
}

interface Frame {
  readonly kind: Kind;
  readonly open: number;
  readonly closer: number;
  /** operators below belong to the brackets outside */
  readonly mark: number;
  /** values below belong to the brackets outside */
  readonly base: number;
  readonly compute: ((...args: number[]) => number) | undefined;
  /** MATLAB's and Julia's brackets with rows */
  readonly matrix: boolean;
  /** what the present element is so far: nothing, a number, a list */
  pending: 0 | 1 | 2;
  elementStart: number;
  /** elements finished, in the present row of a matrix */
  count: number;
  rows: number;
  separators: number;
  commas: number;
}

const maximumFrames = 1000;
const maximumProblems = 20;

/**
 * Reads one array expression of any notation with brackets, with an explicit stack, once from left to right. Meaning
 * that shows only later (blanks that separate values, rows by `;`) restarts the reading, at most once each.
 */
export class BracketReader {
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
  /** the reading stopped for good */
  fatal = false;
  /** how far the text was looked at, where that is beyond `end` */
  reached = 0;
  /** numbers were separated by something: it looks like an array even if it is wrong */
  arrayLike = false;

  private dialect: Dialect;
  private blanks: Blanks;
  private scanner: NumberScanner;
  private evaluator: Evaluator;
  private frames: Frame[] = [];
  private top: Frame;
  private spaces = false;
  private restart: 'spaces' | 'matrix' | undefined;
  private operand = true;
  private done = false;
  /** where the last operand ended, and whether blanks followed */
  private lastEnd = 0;
  private commas = 0;
  private booleans = 0;
  private missing = 0;
  private warnedInteger = false;
  private tuples: Set<number> | undefined;
  private columnVector = true;

  constructor(
    private readonly text: string,
    dialect: Dialect,
    private readonly hint: ReadHint,
    private readonly limit = text.length,
  ) {
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

  /**
   * Reads the expression that begins at `start`; the fields tell what was found.
   *
   * @param closer the bracket that ends a list whose opening bracket is not in the text
   */
  read(start: number, closer = 0): void {
    do {
      if (this.restart === 'spaces') this.spaces = true;
      if (this.restart === 'matrix') this.dialect = matrixDialect;
      this.reset();
      if (closer !== 0) {
        this.push(this.frame(Kind.list, start, closer));
        this.builder.open(start);
      }
      this.run(start);
      if (closer !== 0) this.closeHeadless();
    } while (this.restart !== undefined);
    this.conclude(start);
  }

  private makeBlanks(): Blanks {
    return new Blanks(this.text, this.limit, this.dialect.comments, this.dialect.matrix === 'matlab');
  }

  private reset(): void {
    this.restart = undefined;
    this.blanks = this.makeBlanks();
    this.scanner = new NumberScanner(this.text, this.dialect.numbers);
    this.evaluator = new Evaluator(this.dialect.integerDivision);
    this.builder = new ArrayBuilder(this.hint.ranges);
    this.problems = [];
    this.frames = [];
    this.top = this.frame(Kind.root, 0, 0);
    this.operand = true;
    this.done = this.fatal = this.fraction = this.warnedInteger = false;
    this.commas = this.booleans = this.missing = 0;
    this.named = this.implied = this.notation = this.writtenShape = undefined;
    this.columnVector = true;
  }

  private frame(kind: Kind, open: number, closer: number, compute?: (...args: number[]) => number): Frame {
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
      count: 0,
      rows: 0,
      separators: 0,
      commas: 0,
    };
  }

  private push(frame: Frame): void {
    if (this.frames.length >= maximumFrames) this.stop('too-deep', frame.open, 1, { limit: maximumFrames });
    this.frames.push(this.top);
    this.top = frame;
    this.operand = true;
  }

  private run(start: number): void {
    let p = start;
    const text = this.text;
    while (!this.done && !this.fatal && this.restart === undefined) {
      const q = this.blanks.skip(p);
      if (this.blanks.newline && this.top.matrix && this.top.pending !== 0 && !this.operand) {
        this.finishElement();
        this.endRow(false);
        this.operand = true;
      }
      if (q >= this.limit) {
        this.atEnd();
        return;
      }
      const c = text.charCodeAt(q);
      p = this.operand ? this.readOperand(q, c) : this.readOperator(q, c, q > this.lastEnd);
      if (this.builder.problem?.code === 'too-deep') this.fatal = true;
    }
  }

  private closeHeadless(): void {
    if (this.frames.length !== 1 || this.problems[0]?.code !== 'unclosed-bracket') return;
    this.problems.shift();
    this.fatal = false;
    this.end = this.limit;
    this.finishElement();
    this.builder.close(this.limit);
  }

  private atEnd(): void {
    this.end = this.limit;
    if (this.frames.length === 0) {
      this.complete(this.limit);
      return;
    }
    const outer = this.frames[1] ?? this.top;
    this.arrayLike ||= this.builder.length > 0;
    this.stop('unclosed-bracket', outer.open, 1, { bracket: this.text.charAt(outer.open) });
  }

  /** the expression is whole: its value, if it is a number, becomes the array */
  private complete(p: number): void {
    this.done = true;
    this.end = this.lastEnd === 0 ? p : this.lastEnd;
    const root = this.top;
    this.evaluator.reduce(root.mark);
    if (root.pending === 1) this.builder.value(this.evaluator.pop(), root.elementStart, this.end);
  }

  private readOperand(p: number, c: number): number {
    const next = this.text.charCodeAt(p + 1);
    if (isDigit(c) || (c === 46 && isDigit(next))) return this.readNumber(p);
    if (this.top.elementStart < 0) this.top.elementStart = p;
    if (c === 45 && next === 45) return this.readMasked(p);
    if (c === 45 || c === 43) {
      if (c === 45) this.evaluator.operator('negate', this.top.mark);
      return p + 1;
    }
    if (isOpener(c)) return this.readOpener(p, c);
    if (isCloser(c)) return this.close(p, c);
    if (isNameStart(c) || (c === 46 && isNameStart(next))) return this.readName(p);
    if (isQuote(c)) return this.readString(p);
    if (c === 44) return this.emptyElement(p);
    if (c === 59 && this.top.kind === Kind.list) {
      this.top.separators++;
      return p + 1;
    }
    if (c === 0x2026 || (c === 46 && next === 46)) return this.readDots(p);
    if (c === 38 || c === 64) return p + 1; // Rust's references and Objective-C's @
    if (c === 47 && next === 41 && this.top.closer === 47) return this.close(p, 47);
    if (c === 60) {
      const numpy = this.tensorflowStart(p);
      if (numpy > 0) return numpy;
      if (this.text.startsWith('<NA>', p)) return this.readMissing(p, p + 4);
    }
    return this.stop('unexpected-text', p, 1, { text: this.text.charAt(p) });
  }

  private readNumber(p: number): number {
    const scanner = this.scanner;
    scanner.scan(p);
    const top = this.top;
    if (top.elementStart < 0) top.elementStart = p;
    if (scanner.trouble !== '') {
      const text = quoted(this.text, p, scanner.end);
      this.report(scanner.trouble, p, scanner.end - p, { text });
    }
    if (scanner.dtype !== '') this.imply(scanner.dtype);
    if (!scanner.integer) this.fraction = true;
    else if (scanner.value >= 9007199254740992) this.warnInteger(p, scanner.end);
    this.builder.digits(scanner.decimals, scanner.significant);
    return this.pushValue(scanner.value, scanner.integer, scanner.end);
  }

  private warnInteger(p: number, end: number): void {
    if (this.warnedInteger) return;
    const digits = this.text.slice(p, end);
    if (digits.length < 400 && /^\d+$/.test(digits) && BigInt(digits) === BigInt(Number(digits))) return;
    this.warnedInteger = true;
    this.report('inexact-integer', p, end - p, { text: quoted(this.text, p, end) });
  }

  private pushValue(value: number, integer: boolean, end: number): number {
    this.evaluator.push(value, integer);
    this.top.pending = 1;
    this.operand = false;
    this.lastEnd = end;
    return end;
  }

  /** NaN in the place of a value that has a problem, so that reading goes on and finds the other problems too */
  private reportValue(code: ProblemCode, p: number, end: number, details: Record<string, string | number>): number {
    this.report(code, p, end - p, details);
    return this.pushValue(NaN, false, end);
  }

  private readMasked(p: number): number {
    let q = p + 2;
    while (this.text.charCodeAt(q) === 45) q++;
    return this.readMissing(p, q);
  }

  private readMissing(p: number, end: number): number {
    if (this.hint.missing !== 'nan') {
      return this.reportValue('missing', p, end, { name: quoted(this.text, p, end) });
    }
    this.missing++;
    return this.pushValue(NaN, false, end);
  }

  private readDots(p: number): number {
    const dots = this.text.charCodeAt(p) === 46;
    if (dots && this.text.charCodeAt(p + 2) !== 46) return this.stop('unexpected-text', p, 2, { text: '..' });
    if (this.dialect.notation === 'javascript' && dots) {
      return this.stop('unexpected-text', p, 3, { text: '...' });
    }
    return this.stop('truncated', p, dots ? 3 : 1, {});
  }

  private emptyElement(p: number): number {
    const { kind, count } = this.top;
    if (this.evaluator.waits(this.top.mark)) this.report('missing-operand', p, 1, {});
    else if (kind === Kind.root) {
      this.complete(p);
      return p;
    } else if (kind !== Kind.wrap || count === 0) this.report('missing-value', p, 1, {});
    return p + 1;
  }

  private readOpener(p: number, c: number): number {
    const text = this.text;
    if (c === 91) {
      const typed = this.goType(p);
      if (typed > 0) return typed;
      return this.openList(p, c);
    }
    if (c === 123) return this.openList(p, c);
    if (text.charCodeAt(p + 1) === 47 && text.charCodeAt(p + 2) !== 47) {
      this.notation ??= 'fortran';
      this.push(this.frame(Kind.list, p, 47));
      this.builder.open(p);
      return p + 2;
    }
    const cast = this.castEnd(p);
    if (cast > 0) return cast;
    if (this.isTuple(p)) return this.openList(p, c);
    this.push(this.frame(Kind.group, p, 41));
    return p + 1;
  }

  private openList(p: number, c: number): number {
    const first = this.dialect.matrix === undefined ? 0 : this.text.charCodeAt(this.blanks.skip(p + 1));
    const outermost = this.builder.depth === 0;
    const matrix = this.dialect.matrix !== undefined && c === 91 && outermost && first !== 91 && first !== 93;
    this.push({ ...this.frame(Kind.list, p, closerOf(c)), matrix });
    this.builder.open(p);
    if (matrix) this.builder.open(p);
    return p + 1;
  }

  /** Go's and C#'s types before braces, `[2][2]float32{`: answers where the brace is, 0 where no type stands. */
  private goType(p: number): number {
    const type = /(?:\[[\d., ]{0,20}\]){1,9}\s?([A-Za-z_]\w{0,20})?(?=\s?[{(])/y;
    type.lastIndex = p;
    const found = type.exec(this.text);
    if (found === null) return 0;
    this.name(found[1] ?? '');
    if (found[1] !== undefined) this.notation ??= 'go';
    return p + found[0].length;
  }

  /** `(float)` before a value */
  private castEnd(p: number): number {
    if (this.dialect.notation === 'python' && !this.dialect.looseSigns) return 0;
    const cast = /\(\s?([A-Za-z_]\w{0,20})\s?\)(?=\s?[-+.\d(A-Za-z])/y;
    cast.lastIndex = p;
    const found = cast.exec(this.text);
    if (found === null) return 0;
    const dtype = dtypeOfName(found[1]!, true);
    if (dtype === undefined) return 0;
    this.imply(dtype);
    return p + found[0].length;
  }

  /** whether the parentheses at `p` hold a comma of their own: a tuple, not arithmetic */
  private isTuple(p: number): boolean {
    this.tuples ??= this.findTuples(p);
    return this.tuples.has(p);
  }

  private findTuples(from: number): Set<number> {
    const tuples = new Set<number>();
    const opened: number[] = [];
    const text = this.text;
    for (let q = from; q < this.limit; q++) {
      const c = text.charCodeAt(q);
      if (isOpener(c)) opened.push(q);
      else if (isCloser(c)) {
        const open = opened.pop();
        if (open !== undefined && c === 41 && this.blanks.skip(open + 1) === q) tuples.add(open);
      } else if (c === 44) {
        const open = opened[opened.length - 1];
        if (open !== undefined && text.charCodeAt(open) === 40) tuples.add(open);
      } else if (isQuote(c)) q = Math.max(q, this.blanks.stringEnd(q) - 1);
      else q = Math.max(q, this.blanks.commentEnd(q, c) - 1);
    }
    return tuples;
  }

  /** `<tf.Tensor: shape=(), dtype=float32, numpy=1.0>`: reads on behind `numpy=`, 0 where it is none */
  private tensorflowStart(p: number): number {
    if (!/^<tf\.(Tensor|Variable)/.test(this.text.slice(p, p + 14))) return 0;
    const head = this.text.slice(p, p + 500);
    const values = head.indexOf('numpy=');
    if (values < 0) return 0;
    this.notation = 'tensorflow';
    const dtype = /dtype=(?:<dtype: ')?([\w.]{1,20})/.exec(head.slice(0, values));
    if (dtype !== null) this.name(dtype[1]!);
    this.shapeArgument(head.slice(0, values));
    this.push(this.frame(Kind.wrap, p, 62));
    return p + values + 6;
  }

  private shapeArgument(head: string): void {
    const shape = /(?:shape|size)=\s?(?:torch\.Size\(\s?)?[([]([\d,\s]{0,200})[)\]]/.exec(head);
    if (shape === null) return;
    this.writtenShape = shape[1]!
      .split(',')
      .map((length) => length.trim())
      .filter((length) => length !== '')
      .map(Number);
  }

  private readString(p: number): number {
    const top = this.top;
    const end = this.blanks.stringEnd(p);
    if (end === 0) return this.stop('unclosed-string', p, 1, {});
    const content = this.text.slice(p + 1, end - 1).trim();
    const value = content.length > 400 ? undefined : this.stringValue(content);
    if (top.kind === Kind.wrap && value !== undefined) return this.pushValue(value, false, end);
    if (value !== undefined && !Number.isFinite(value) && this.dialect.notation === 'json') {
      this.fraction = true;
      return this.pushValue(value, false, end);
    }
    return this.reportValue(value === undefined ? 'string' : 'quoted-number', p, end, {
      text: quoted(this.text, p, end),
    });
  }

  private stringValue(content: string): number | undefined {
    const negative = content.startsWith('-');
    const bare = negative || content.startsWith('+') ? content.slice(1) : content;
    const c = bare.charCodeAt(0);
    if (!isDigit(c) && c !== 46) {
      const constant = constantValue(bare);
      return constant === undefined ? undefined : negative ? -constant : constant;
    }
    if (c === 46 && !isDigit(bare.charCodeAt(1))) return undefined;
    const scanner = new NumberScanner(bare);
    scanner.scan(0);
    if (scanner.trouble !== '' || scanner.end !== bare.length) return undefined;
    this.builder.digits(scanner.decimals, scanner.significant);
    return negative ? -scanner.value : scanner.value;
  }

  private readName(p: number): number {
    const text = this.text;
    const end = nameEnd(text, p, this.limit);
    const name = text.slice(p, Math.min(end, p + 120));
    const q = this.blanks.skip(end);
    const next = text.charCodeAt(q);
    const inCall = this.top.kind === Kind.wrap || this.top.kind === Kind.compute;
    if (inCall && next === 61 && text.charCodeAt(q + 1) !== 61) return this.keyword(name, q + 1);
    if (inCall && this.top.count > 0) return this.laterArgument(p);
    if (next === 40) return this.readCall(p, name, q);
    if (next === 91 && q === end) {
      // Float32[1, 2]; vec![1, 2]; new float[2]{1, 2}
      if (name.endsWith('!')) {
        this.notation ??= 'rust';
        return q;
      }
      const brace = this.goType(q);
      const dtype = dtypeOfName(name, true);
      if (brace > 0 || dtype !== undefined) {
        if (dtype !== undefined) this.name(name);
        this.notation ??= brace > 0 ? undefined : 'julia';
        return brace > 0 ? brace : q;
      }
    }
    if (next === 123) {
      this.name(name);
      this.notation ??= /vector|array|span|initializer/.test(name) ? 'cpp' : undefined;
      return q;
    }
    if (name === 'new') return q;
    return this.constant(p, end, name);
  }

  private constant(p: number, end: number, name: string): number {
    const value = constantValue(name.startsWith('.') ? name.slice(1) : name);
    if (value !== undefined) {
      this.fraction = true;
      if (/(32|f)$/i.test(name) && /^(inf|nan)/i.test(name) && name !== 'inf' && name !== 'Inf' && name !== 'INF') {
        this.imply('float32');
      }
      if (name.startsWith('f32::') || name.startsWith('Float.') || name.startsWith('float.')) this.imply('float32');
      return this.pushValue(value, false, end);
    }
    const boolean = booleanValue(name);
    if (boolean !== undefined) {
      this.booleans++;
      return this.pushValue(boolean, true, end);
    }
    if (isMissing(name)) return this.readMissing(p, end);
    return this.reportValue('unknown-name', p, end, { name: quoted(this.text, p, end) });
  }

  private readCall(p: number, name: string, open: number): number {
    const constructor = constructorOf(name.endsWith('!') ? name.slice(0, -1) : name);
    if (constructor !== undefined) {
      this.notation ??= constructor.notation;
      if (constructor.dtype !== undefined) {
        if (this.builder.depth === 0) this.named ??= constructor.dtype;
        else this.imply(constructor.dtype);
      }
      if (constructor.kind === 'list') {
        this.push(this.frame(Kind.list, open, 41));
        this.builder.open(p);
      } else this.push(this.frame(Kind.wrap, open, 41));
      return open + 1;
    }
    const compute = functionOf(name.replace(/<[^>]{0,40}>/, ''));
    if (compute !== undefined) {
      if (/<\s?float\s?>/.test(name)) this.imply('float32');
      this.fraction = true;
      this.push(this.frame(Kind.compute, open, 41, compute));
      return open + 1;
    }
    if (/^(std::)?(vector|array|valarray|initializer_list|span)</.test(name)) {
      this.name(name);
      this.push(this.frame(Kind.wrap, open, 41));
      return open + 1;
    }
    const end = groupEnd(this.text, open, this.limit, this.blanks);
    if (end < 0) {
      this.reached = this.limit;
      return this.stop('unclosed-bracket', open, 1, { bracket: '(' });
    }
    return this.reportValue('unknown-call', p, end, { name });
  }

  /** `dtype=np.float32`, `data=[…]`, anything else is passed over */
  private keyword(key: string, p: number): number {
    const text = this.text;
    if (!isDescribing(key) && this.top.count === 0 && this.top.pending === 0) return p;
    const start = this.blanks.skip(p);
    const end = this.argumentEnd(start);
    const value = text.slice(start, Math.min(end, start + 200)).trim();
    if (key === 'dtype') this.name(value.replace(/^<dtype: /, ''));
    if (key === 'shape' || key === 'size') this.shapeArgument(`shape=${value}`);
    this.top.elementStart = -1;
    this.operand = false;
    this.lastEnd = end;
    return end;
  }

  /** an argument after the values: a dtype or a shape */
  private laterArgument(p: number): number {
    const end = this.argumentEnd(p);
    const text = this.text.slice(p, Math.min(end, p + 100)).trim();
    const dtype = dtypeOfName(text, this.dialect.floatIsSingle);
    if (dtype === undefined)
      return this.stop('unexpected-text', p, Math.max(1, end - p), { text: quoted(text, 0, 40) });
    this.named ??= dtype;
    this.operand = false;
    this.lastEnd = end;
    return end;
  }

  /** where the argument that begins at `p` ends: a comma or the closing bracket */
  private argumentEnd(p: number): number {
    let depth = 0;
    for (let q = p; q < this.limit; q++) {
      const c = this.text.charCodeAt(q);
      if (isOpener(c)) depth++;
      else if (isCloser(c)) {
        if (depth === 0) return q;
        depth--;
      } else if (c === 44 && depth === 0) return q;
      else if (c === 62 && depth === 0 && this.top.closer === 62) return q;
      else if (isQuote(c)) q = Math.max(q, this.blanks.stringEnd(q) - 1);
    }
    return this.limit;
  }

  private readOperator(p: number, c: number, blanksBefore: boolean): number {
    const text = this.text;
    const top = this.top;
    const next = text.charCodeAt(p + 1);
    if (c === 44) {
      if (top.kind === Kind.root) {
        this.complete(p);
        return p;
      }
      if (top.kind === Kind.list) this.commas++;
      this.finishElement();
      top.commas++;
      this.operand = true;
      return p + 1;
    }
    if (isCloser(c) || (c === 62 && top.closer === 62)) return this.close(p, c);
    if (c === 47 && next === 41 && top.closer === 47) return this.close(p, 47);
    if (c === 59) return this.semicolon(p);
    const separates = this.spaces || (top.matrix && top.kind === Kind.list);
    if ((c === 43 || c === 45) && blanksBefore && !this.isBlank(next) && top.kind === Kind.list) {
      if (separates) {
        this.finishElement();
        this.operand = true;
        return p;
      }
      if (this.dialect.looseSigns && this.commas === 0) {
        this.restart = 'spaces';
        return p;
      }
    }
    const operator = this.operatorAt(p, c, next);
    if (operator !== undefined) return this.applyOperator(p, operator[0], operator[1]);
    if (c === 0x2026 || (c === 46 && next === 46)) return this.readDots(p);
    if (top.kind === Kind.root) {
      this.complete(p);
      return p;
    }
    if (isDigit(c) || c === 46 || isNameStart(c) || isOpener(c) || isQuote(c) || c === 60) {
      if (c === 46 && isNameStart(next) && !blanksBefore) return this.method(p);
      if (separates && top.kind === Kind.list) {
        this.finishElement();
        this.operand = true;
        return p;
      }
      if (this.commas === 0 && top.kind === Kind.list && !this.spaces) {
        this.restart = 'spaces';
        return p;
      }
      this.arrayLike ||= this.builder.length > 0 && this.commas > 0;
      return this.stop('missing-separator', p, 1, {});
    }
    return this.stop('unexpected-text', p, 1, { text: text.charAt(p) });
  }

  private isBlank(c: number): boolean {
    return c === 32 || c === 9 || c === 10 || c === 13;
  }

  /** a method or property of an array inside the brackets cannot be computed */
  private method(p: number): number {
    const end = nameEnd(this.text, p + 1, this.limit);
    return this.stop('array-expression', p, end - p, { text: quoted(this.text, p, end) });
  }

  private operatorAt(p: number, c: number, next: number): [Operator, number] | undefined {
    if (c === 43) return ['+', 1];
    if (c === 45) return ['-', 1];
    if (c === 42) return next === 42 ? ['**', 2] : ['*', 1];
    if (c === 47) return next === 47 ? [this.dialect.slashSlash === 'floor' ? '//' : '/', 2] : ['/', 1];
    if (c === 37) return ['%', 1];
    if (c === 94 && this.dialect.caretPower) return ['**', 1];
    if (c === 46 && (next === 42 || next === 47 || next === 94)) {
      const inner = this.operatorAt(p + 1, next, this.text.charCodeAt(p + 2));
      return inner === undefined ? undefined : [inner[0], inner[1] + 1];
    }
    return undefined;
  }

  private applyOperator(p: number, operator: Operator, length: number): number {
    const top = this.top;
    if (top.pending === 2) {
      if (top.kind === Kind.root) {
        this.complete(p);
        return p;
      }
      return this.stop('array-expression', p, length, { text: operator });
    }
    if (top.pending === 0) return this.stop('missing-operand', p, length, {});
    this.evaluator.operator(operator, top.mark);
    this.operand = true;
    if (operator === '/' || operator === '**') this.fraction = true;
    return p + length;
  }

  private semicolon(p: number): number {
    const top = this.top;
    if (top.kind === Kind.root) {
      this.complete(p);
      return p;
    }
    if (top.kind !== Kind.list) return this.stop('unexpected-text', p, 1, { text: ';' });
    if (top.matrix) {
      this.finishElement();
      this.endRow(true);
      this.operand = true;
      return p + 1;
    }
    if (this.dialect.repeat || this.notation === 'rust') return this.repeat(p);
    if (this.dialect.matrix === undefined) {
      this.restart = 'matrix';
      return p;
    }
    this.finishElement();
    this.operand = true;
    return p + 1;
  }

  /** Rust's `[0.5; 3]` */
  private repeat(p: number): number {
    const top = this.top;
    const count = /;\s{0,9}(\d{1,8})\s{0,9}(?=\])/y;
    count.lastIndex = p;
    const found = count.exec(this.text);
    if (found === null || top.count > 0 || top.pending !== 1) return this.stop('unexpected-text', p, 1, { text: ';' });
    this.evaluator.reduce(top.mark);
    const value = this.evaluator.pop();
    for (let i = Number(found[1]); i > 0; i--) this.builder.value(value, top.elementStart, this.lastEnd);
    top.pending = 0;
    top.count++;
    this.lastEnd = p + found[0].length;
    return this.lastEnd;
  }

  private endRow(semicolon: boolean): void {
    const top = this.top;
    if (semicolon) top.separators++;
    if (top.count === 0) return;
    if (top.count > 1) this.columnVector = false;
    this.builder.close(this.lastEnd);
    this.builder.open(this.lastEnd);
    top.rows++;
    top.count = 0;
  }

  private finishElement(): void {
    const top = this.top;
    if (top.pending === 1) {
      this.evaluator.reduce(top.mark);
      if (top.kind === Kind.list) {
        this.builder.value(this.evaluator.pop(), top.elementStart, this.lastEnd);
        this.arrayLike ||= top.count > 0;
      }
    }
    if (top.pending !== 0) top.count++;
    top.pending = 0;
    top.elementStart = -1;
  }

  private close(p: number, c: number): number {
    const top = this.top;
    if (top.kind === Kind.root) {
      this.complete(p);
      return p;
    }
    if (c !== top.closer) {
      const details = {
        open: this.text.charAt(top.open),
        bracket: this.text.charAt(p),
        expected: String.fromCharCode(top.closer),
      };
      return this.stop('wrong-closer', p, 1, details);
    }
    if (this.operand && this.evaluator.waits(top.mark)) return this.stop('missing-operand', p, 1, {});
    const end = p + (c === 47 ? 2 : 1);
    const pending = top.pending;
    const arrived = pending !== 0 || top.count > 0;
    this.finishElement();
    if (top.kind === Kind.list) this.closeList(top, end);
    else if (top.kind === Kind.compute) {
      const values = this.evaluator.values;
      const args: number[] = [];
      while (values.length > top.base) args.unshift(this.evaluator.pop());
      this.evaluator.push(top.compute!(...args.slice(0, 3)), false);
    } else if (!arrived) return this.stop('missing-operand', p, 1, {});
    const isNumber = top.kind !== Kind.list && this.evaluator.values.length > top.base;
    this.top = this.frames.pop()!;
    this.top.pending = isNumber ? 1 : 2;
    this.operand = false;
    this.lastEnd = end;
    if (this.top.kind === Kind.root && !isNumber) this.complete(end);
    return end;
  }

  private closeList(top: Frame, end: number): void {
    if (top.matrix) {
      // an open row without values is no row
      if (top.count === 0 && top.rows > 0) this.builder.dropEmptyRow();
      else {
        if (top.count > 1) this.columnVector = false;
        this.builder.close(end);
        top.rows++;
      }
      this.builder.close(end);
      const julia = this.dialect.matrix === 'julia';
      if (top.separators === 0 && top.rows === 1 && (!julia || top.commas > 0 || top.count === 1))
        this.builder.squeeze(0);
      else if (julia && this.columnVector) this.builder.squeeze(1);
    } else this.builder.close(end);
  }

  private imply(dtype: DType): void {
    if (this.implied === undefined || dtypes.indexOf(dtype) < dtypes.indexOf(this.implied)) this.implied = dtype;
  }

  /** Notes the type that a constructor or an argument spells. */
  private name(name: string): void {
    const inner = /<\s?([\w.]{1,20})/.exec(name);
    const dtype = dtypeOfName(
      inner?.[1] ?? name,
      this.dialect.floatIsSingle || inner !== null || !/^(python|json|yaml|matlab)$/.test(this.dialect.notation),
    );
    if (dtype !== undefined) this.named ??= dtype;
  }

  private report(code: ProblemCode, p: number, length: number, details: Record<string, string | number>): void {
    this.problems.push(problem(code, p, Math.min(length, this.limit - p), details));
    if (this.problems.length >= maximumProblems) {
      this.fatal = true;
      this.end = this.limit;
    }
  }

  private stop(code: ProblemCode, p: number, length: number, details: Record<string, string | number>): number {
    this.fatal = true;
    this.end = Math.min(this.limit, p + length);
    this.arrayLike ||= code === 'truncated' || code === 'too-deep';
    this.problems.unshift(problem(code, p, Math.max(0, Math.min(length, this.limit - p)), details));
    return p;
  }

  private conclude(start: number): void {
    this.arrayLike ||= this.builder.length > 1;
    const length = Math.max(0, this.end - start);
    if (this.booleans > 0) this.problems.push(problem('boolean-as-number', start, length, { count: this.booleans }));
    if (this.missing > 0) this.problems.push(problem('missing-as-nan', start, length, { count: this.missing }));
    if (this.dialect.matrix === 'matlab') this.notation ??= 'matlab';
    if (this.dialect.matrix === 'julia') this.notation ??= 'julia';
    if (this.spaces) this.notation ??= 'numpyPrint';
  }
}
