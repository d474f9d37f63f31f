import { problem, quoted } from '../problems';
import { isCloser, isDigit, isNameStart, isOpener, isQuote, nameEnd } from '../lexis/trivia';
import { matrixDialect } from '../lexis/dialect';
import type { Operator } from './arithmetic';
import { Kind } from './frame';
import { RowReader } from './closing';

/**
 * Reads one array expression of any notation with brackets, with an explicit stack, once from left to right. Meaning
 * that shows only later (blanks that separate values, rows by `;`) restarts the reading, at most once each.
 */
export class BracketReader extends RowReader {
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
      if (this.builder.problem?.code === 'too-deep') {
        this.fatal = this.arrayLike = true;
        this.end = p;
      }
    }
    this.reached = p;
  }

  private closeHeadless(): void {
    if (this.frames.length !== 1 || this.problems[0]?.code !== 'unclosed-bracket') return;
    this.problems.shift();
    this.fatal = false;
    this.unended = true;
    this.end = this.limit;
    this.finishElement();
    this.builder.close(this.limit);
  }

  private atEnd(): void {
    this.end = this.reached = this.limit;
    if (this.frames.length === 0) {
      this.complete(this.limit);
      return;
    }
    const outer = this.frames[1] ?? this.top;
    this.arrayLike ||= this.builder.length > 0;
    this.stop('unclosed-bracket', outer.open, 1, { bracket: this.text.charAt(outer.open) });
  }

  private readOperand(p: number, c: number): number {
    const next = this.text.charCodeAt(p + 1);
    const { kind, count, reshape } = this.top;
    if (kind === Kind.wrap && count > 0 && !isCloser(c) && c !== 44 && c !== 62) {
      if (reshape !== undefined) return this.shapeOfReshape(p);
      if (!isNameStart(c) || !this.isKeyword(p)) return this.laterArgument(p);
    }
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

  private isKeyword(p: number): boolean {
    const q = this.blanks.skip(nameEnd(this.text, p, this.limit));
    return this.text.charCodeAt(q) === 61 && this.text.charCodeAt(q + 1) !== 61;
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

  private conclude(start: number): void {
    this.arrayLike ||= this.builder.length > 1 || this.builder.problem?.code === 'too-many-values';
    const length = Math.max(0, this.end - start);
    if (this.booleans > 0) this.problems.push(problem('boolean-as-number', start, length, { count: this.booleans }));
    if (this.missing > 0) this.problems.push(problem('missing-as-nan', start, length, { count: this.missing }));
    if (this.scale !== 1) {
      this.builder.multiply(this.scale);
      this.problems.push(problem('scale-applied', start, length, { factor: this.scale }));
    }
    if (this.dialect.matrix === 'matlab') this.notation ??= 'matlab';
    if (this.dialect.matrix === 'julia') this.notation ??= 'julia';
    if (this.spaces || this.plainBlanks) this.notation ??= 'numpyPrint';
  }
}
