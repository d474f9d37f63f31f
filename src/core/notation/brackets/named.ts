import type { NotationId } from '../notation';
import { quoted } from '../problems';
import { isCloser, isOpener, isQuote, nameEnd } from '../lexis/trivia';
import { Kind } from './frame';
import { constructorOf, dtypeOfName, functionOf, isDescribing } from '../lexis/words';
import { ListReader } from './opening';

/** Reads names and what follows them: constants, constructors, functions and their arguments. */
export abstract class CallReader extends ListReader {
  protected readName(p: number): number {
    const text = this.text;
    let end = nameEnd(text, p, this.limit);
    if (end - p === 3 && /^(?:nan|inf)\.0/.test(text.slice(p, p + 5))) end += 2; // Racket's +nan.0
    const name = text.slice(p, Math.min(end, p + 120)).replace(/\.0$/, '');
    const q = this.blanks.skip(end);
    const next = text.charCodeAt(q);
    const inCall = this.top.kind === Kind.wrap || this.top.kind === Kind.compute;
    if (inCall && next === 61 && text.charCodeAt(q + 1) !== 61) return this.keyword(name, q + 1);
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

  protected readCall(p: number, name: string, open: number): number {
    const constructor = constructorOf(name.endsWith('!') ? name.slice(0, -1) : name);
    if (constructor !== undefined) {
      this.notation ??= constructor.notation;
      if (constructor.dtype !== undefined) {
        if (this.builder.depth === 0) this.named ??= constructor.dtype;
        else this.imply(constructor.dtype);
      }
      if (constructor.kind === 'sized') {
        const print = /\(\d{1,12}\)\s?(?=\[)/y; // Node prints `Float32Array(3) [ … ]`
        print.lastIndex = open;
        if (print.test(this.text)) return print.lastIndex;
      }
      if (constructor.kind === 'shaped' || constructor.kind === 'columns') {
        const values = this.leadingShape(open, constructor.kind === 'columns');
        if (values > 0) {
          this.push({ ...this.frame(Kind.wrap, open, 41), callee: constructor });
          return values;
        }
      }
      if (constructor.kind === 'reshape') {
        const columns = name === 'reshape' && this.dialect.columns;
        this.push({ ...this.frame(Kind.wrap, open, 41), reshape: { lengths: [], columns } });
      } else if (constructor.kind === 'list' || (constructor.kind === 'either' && this.holdsValues(name, open))) {
        if (constructor.kind === 'either') this.notation = this.notationOfList(constructor.notation);
        this.push(this.frame(Kind.list, open, 41));
        this.builder.open(p);
      } else this.push({ ...this.frame(Kind.wrap, open, 41), callee: constructor });
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
    const end = this.blanks.groupEnd(open);
    if (end < 0) return this.stop('unclosed-bracket', open, 1, { bracket: '(' });
    return this.reportValue('unknown-call', p, end, { name });
  }

  /** `dtype=np.float32`, `data=[…]`, anything else is passed over */
  protected keyword(key: string, p: number): number {
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

  /** whether the values themselves are the arguments: `Array(1, 2)`, `Array(Array(1, 2), Array(3, 4))` */
  private holdsValues(name: string, open: number): boolean {
    if (!this.blanks.brackets.separates(open)) return false;
    const numbers = /\(\s{0,99}[-+]?[\w.]{1,40}\s{0,9},\s{0,99}[-+.\d]/y;
    numbers.lastIndex = open;
    if (numbers.test(this.text)) return true;
    const first = this.blanks.skip(open + 1);
    return this.text.startsWith(`${name}(`, first);
  }

  /** The notation of `Array(1, 2)`, which is none of NumPy or JAX. */
  private notationOfList(of: NotationId | undefined): NotationId | undefined {
    return this.notation === of ? undefined : this.notation;
  }

  /** `NewDense(2, 3, …`, `from_shape_vec((2, 3), …`: takes the lengths; answers where the values begin, 0 if none do. */
  private leadingShape(open: number, columns: boolean): number {
    const lengths =
      /\(\s{0,99}\(?\s{0,9}(\d{1,9}(?:\s{0,9},\s{0,9}\d{1,9}){0,9})\s{0,9}\)?\s{0,9},\s{0,99}(?=[&[A-Za-z])/y;
    lengths.lastIndex = open;
    const found = lengths.exec(this.text);
    if (found === null) return 0;
    const shape = found[1]!.split(',').map(Number);
    if (columns) this.layout.push({ kind: 'reshape', shape, outByColumns: false, inByColumns: true });
    else this.writtenShape = shape;
    return open + found[0].length;
  }

  /** An argument after the values: what it means is for the callee to say; anything else is no call of it. */
  protected laterArgument(p: number): number {
    const { top } = this;
    const end = this.argumentEnd(p);
    const text = this.text.slice(p, Math.min(end, p + 200)).trim();
    const dtype = dtypeOfName(text, this.dialect.floatIsSingle);
    const means = top.callee?.rest?.[top.count - 1];
    if (dtype !== undefined) this.named ??= dtype;
    else if (means === 'shape' && this.takeShape(text)) this.arrayLike = true;
    else if (means === 'dtype' && /^[A-Za-z_"'][\w.,"'<> ]{0,60}$/.test(text)) {
      this.report('unsupported-dtype', p, end - p, { dtype: quoted(text, 0, text.length) });
    } else if (means !== 'other') {
      return this.stop('unexpected-text', p, Math.max(1, end - p), { text: quoted(text, 0, 40) });
    }
    top.pending = 2;
    top.elementStart = -1;
    this.operand = false;
    this.lastEnd = end;
    return end;
  }

  /** `[2, 2]`, `(2, 2)`, `new int[] {2, 2}`, `2` */
  private takeShape(text: string): boolean {
    const found =
      /^(?:new int\[\]\s?|&)?[[({]?\s{0,9}(\d{1,9}(?:\s{0,9},\s{0,9}\d{1,9}){0,9})\s{0,9},?\s{0,9}[\])}]?$/.exec(text);
    if (found === null) return false;
    this.writtenShape = found[1]!.split(',').map(Number);
    return true;
  }

  /** `reshape`'s arguments behind the array: lengths, one by one or in brackets, and the order */
  protected shapeOfReshape(p: number): number {
    const end = this.argumentEnd(p);
    this.top.reshape!.lengths.push(this.text.slice(p, Math.min(end, p + 300)));
    this.top.elementStart = -1;
    this.operand = false;
    this.lastEnd = end;
    return end;
  }

  /** where the argument that begins at `p` ends: a comma or the closing bracket */
  protected argumentEnd(p: number): number {
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
}
