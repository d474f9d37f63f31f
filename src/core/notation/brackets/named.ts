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

  protected readCall(p: number, name: string, open: number): number {
    const constructor = constructorOf(name.endsWith('!') ? name.slice(0, -1) : name);
    if (constructor !== undefined) {
      this.notation ??= constructor.notation;
      if (constructor.dtype !== undefined) {
        if (this.builder.depth === 0) this.named ??= constructor.dtype;
        else this.imply(constructor.dtype);
      }
      if (constructor.kind === 'reshape') {
        const columns = name === 'reshape' && this.dialect.columns;
        this.push({ ...this.frame(Kind.wrap, open, 41), reshape: { lengths: [], columns } });
      } else if (constructor.kind === 'list') {
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

  /** an argument after the values: a dtype or a shape */
  protected laterArgument(p: number): number {
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
