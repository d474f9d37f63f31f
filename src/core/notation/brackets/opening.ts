import { closerOf } from '../lexis/trivia';
import { Kind } from './frame';
import { dtypeOfName } from '../lexis/words';
import { readPlainList } from './quickList';
import { ValueReader } from './value';

/** Reads what opens: lists, tuples, arithmetic in brackets, types before braces, prints of TensorFlow. */
export abstract class ListReader extends ValueReader {
  protected readOpener(p: number, c: number): number {
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
    if (this.blanks.brackets.separates(p)) return this.openList(p, c);
    this.push(this.frame(Kind.group, p, 41));
    return p + 1;
  }

  protected openList(p: number, c: number): number {
    if (this.top.pending === 1 || this.evaluator.waits(this.top.mark)) {
      const refused = this.scaleFactor(p);
      if (refused !== undefined) return refused;
    }
    if (c === 91 && this.builder.depth === 0 && this.builder.length === 0) {
      const plain = this.plainList(p);
      if (plain > 0) return plain;
    }
    const first = this.dialect.matrix === undefined ? 0 : this.text.charCodeAt(this.blanks.skip(p + 1));
    const outermost = this.builder.depth === 0;
    const matrix = this.dialect.matrix !== undefined && c === 91 && outermost && first !== 91 && first !== 93;
    this.push({ ...this.frame(Kind.list, p, closerOf(c)), matrix });
    this.builder.open(p);
    if (matrix) this.builder.open(p);
    return p + 1;
  }

  /**
   * Old PyTorch prints put a common factor before the rows, `tensor(1.00000e-02 *\n [ 5.5240])`: every value is
   * multiplied by it. Any other arithmetic with a list is refused: answers where, undefined where it is a factor.
   */
  protected scaleFactor(p: number): number | undefined {
    const { top } = this;
    const line = /\*\s{0,9}\n\s{0,40}$/.test(this.text.slice(Math.max(0, p - 52), p));
    if (
      top.kind !== Kind.wrap ||
      this.notation !== 'pytorch' ||
      !line ||
      this.evaluator.values.length !== top.base + 1
    ) {
      return this.stop('array-expression', p, 1, { text: this.text.charAt(p) });
    }
    this.scale = this.evaluator.takeFactor();
    top.pending = 0;
    top.elementStart = -1;
    return undefined;
  }

  /** The quick way: one past a list of plain decimals, 0 where the list needs more than that. */
  protected plainList(p: number): number {
    if (this.bytes === undefined || this.hint.ranges === true || this.spaces) return 0;
    if (this.dialect.matrix !== undefined) return 0;
    const list = readPlainList(this.text, this.bytes, p, this.limit, this.builder, this.dialect.looseSigns);
    if (list === undefined) return 0;
    if (list.fraction) this.fraction = true;
    this.plainBlanks ||= list.blanks;
    this.top.pending = 2;
    this.operand = false;
    this.lastEnd = list.end;
    if (this.top.kind === Kind.root) this.complete(list.end);
    return list.end;
  }

  /** Go's and C#'s types before braces, `[2][2]float32{`: answers where the brace is, 0 where no type stands. */
  protected goType(p: number): number {
    const type = /(?:\[[\d., ]{0,20}\]){1,9}\s?([A-Za-z_]\w{0,20})?(?=\s?[{(])/y;
    type.lastIndex = p;
    const found = type.exec(this.text);
    if (found === null) return 0;
    this.name(found[1] ?? '');
    if (found[1] !== undefined) this.notation ??= 'go';
    return p + found[0].length;
  }

  /** `(float)` before a value */
  protected castEnd(p: number): number {
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

  /** `<tf.Tensor: shape=(), dtype=float32, numpy=1.0>`: reads on behind `numpy=`, 0 where it is none */
  protected tensorflowStart(p: number): number {
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

  protected shapeArgument(head: string): void {
    const shape = /(?:shape|size)=\s?(?:torch\.Size\(\s?)?[([]([\d,\s]{0,200})[)\]]/.exec(head);
    if (shape === null) return;
    this.writtenShape = shape[1]!
      .split(',')
      .map((length) => length.trim())
      .filter((length) => length !== '')
      .map(Number);
  }
}
