import type { Frame } from './frame';
import { Kind } from './frame';
import { quoted } from '../problems';
import { isNamePart } from '../lexis/trivia';
import { CallReader } from './named';
import { reshape } from '../build/followedMethods';

/** Finishes elements, rows and brackets. */
export abstract class RowReader extends CallReader {
  protected semicolon(p: number): number {
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
  protected repeat(p: number): number {
    const top = this.top;
    const count = /;\s{0,9}([\d_]{1,12}?)(?:_?[iu]size)?\s{0,9}(?=\])/y;
    count.lastIndex = p;
    const found = count.exec(this.text);
    if (found === null && this.dialect.matrix === undefined) {
      this.restart = 'matrix'; // matrix![1.0, 2.0; 3.0, 4.0]
      return p;
    }
    if (found === null || top.count > 0 || top.pending === 0) return this.stop('unexpected-text', p, 1, { text: ';' });
    this.finishElement();
    this.lastEnd = p + found[0].length;
    this.builder.repeat(top.from, Number(found[1]!.replaceAll('_', '')), top.open, this.lastEnd);
    return this.lastEnd;
  }

  /** Python's `[0, 1] * 3`: repeats the elements of the list that ends at `end`; answers one past the factor. */
  private times(top: Frame, end: number): number {
    if (this.dialect.notation !== 'python' || this.spaces || top.closer === 125 || top.matrix) return end;
    if ((top.count > 1 && top.commas === 0) || isNamePart(this.text.charCodeAt(top.open - 1))) return end;
    const factor = /[ \t]{0,9}\*[ \t]{0,9}(\d[\d_]{0,11})(?![\w.([])/y;
    for (let p = end; ;) {
      factor.lastIndex = p;
      const found = factor.exec(this.text);
      if (found === null) return p;
      p += found[0].length;
      this.builder.repeat(top.from, Number(found[1]!.replaceAll('_', '')), top.open, p);
    }
  }

  protected endRow(semicolon: boolean): void {
    const top = this.top;
    if (semicolon) top.separators++;
    if (top.count === 0) return;
    if (top.count > 1) this.columnVector = false;
    this.builder.close(this.lastEnd);
    this.builder.open(this.lastEnd);
    top.rows++;
    top.count = 0;
  }

  protected finishElement(): void {
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

  protected closeList(top: Frame, end: number): void {
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

  protected close(p: number, c: number): number {
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
    let end = p + (c === 47 ? 2 : 1);
    const pending = top.pending;
    const arrived = pending !== 0 || top.count > 0;
    this.finishElement();
    if (top.kind === Kind.list) {
      if (c !== 47) end = this.times(top, end);
      this.closeList(top, end);
    } else if (top.kind === Kind.compute) {
      const values = this.evaluator.values;
      const args: number[] = [];
      while (values.length > top.base) args.unshift(this.evaluator.pop());
      this.evaluator.push(top.compute!(...args.slice(0, 3)), false);
    } else if (!arrived) return this.stop('missing-operand', p, 1, {});
    if (top.reshape !== undefined) {
      const step = reshape(top.reshape.lengths, top.reshape.columns);
      const text = quoted(this.text, top.open, end);
      if (step === undefined) return this.stop('array-expression', top.open, end - top.open, { text });
      this.layout.push(step);
    }
    let isNumber = top.kind !== Kind.list && this.evaluator.values.length > top.base;
    if (isNumber && top.callee?.kind === 'sized') {
      // `new Float32Array(3)` holds three zeros
      const length = this.evaluator.pop();
      if (!Number.isSafeInteger(length) || length < 0) return this.stop('unexpected-text', top.open, 1, { text: '(' });
      this.builder.takeMade([length], () => undefined, top.open, end);
      this.arrayLike = true;
      isNumber = false;
    }
    this.top = this.frames.pop()!;
    this.top.pending = isNumber ? 1 : 2;
    this.operand = false;
    this.lastEnd = end;
    if (this.top.kind === Kind.root && !isNumber) this.complete(end);
    return end;
  }
}
