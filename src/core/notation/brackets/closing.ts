import type { Frame } from './frame';
import { Kind } from './frame';
import { quoted } from '../problems';
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
    const count = /;\s{0,9}(\d{1,8})\s{0,9}(?=\])/y;
    count.lastIndex = p;
    const found = count.exec(this.text);
    if (found === null && this.dialect.matrix === undefined) {
      this.restart = 'matrix'; // matrix![1.0, 2.0; 3.0, 4.0]
      return p;
    }
    if (found === null || top.count > 0 || top.pending !== 1) return this.stop('unexpected-text', p, 1, { text: ';' });
    this.evaluator.reduce(top.mark);
    const value = this.evaluator.pop();
    for (let i = Number(found[1]); i > 0; i--) this.builder.value(value, top.elementStart, this.lastEnd);
    top.pending = 0;
    top.count++;
    this.lastEnd = p + found[0].length;
    return this.lastEnd;
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
    if (top.reshape !== undefined) {
      const step = reshape(top.reshape.lengths, top.reshape.columns);
      const text = quoted(this.text, top.open, end);
      if (step === undefined) return this.stop('array-expression', top.open, end - top.open, { text });
      this.layout.push(step);
    }
    const isNumber = top.kind !== Kind.list && this.evaluator.values.length > top.base;
    this.top = this.frames.pop()!;
    this.top.pending = isNumber ? 1 : 2;
    this.operand = false;
    this.lastEnd = end;
    if (this.top.kind === Kind.root && !isNumber) this.complete(end);
    return end;
  }
}
