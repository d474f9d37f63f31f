import type { Blanks } from '../lexis/trivia';
import { groupEnd, isCloser, isDigit, isNameStart, isOpener, isQuote, nameEnd } from '../lexis/trivia';
import { constructorOf, dtypeOfName, isDescribing } from '../lexis/words';

/** Calls whose arguments are lengths and bounds, no values: the reader refuses them. */
const creates =
  /^(?:np|numpy|jnp|cp|torch|tf|mx|paddle|jax\.random|np\.random|tf\.random)\.(?:zeros|ones|full|empty|eye|identity|arange|linspace|logspace|rand|randn|randint|random|normal|uniform)$/;

/** A place where an array may begin. */
export interface Candidate {
  /** the literal with its constructor call or type */
  readonly start: number;
  /** where the expression begins that the bracket reader reads */
  readonly expression: number;
  /** the key, label or variable before it, as a range of the text; empty where there is none */
  readonly name: readonly [number, number];
}

/**
 * Walks over what surrounds arrays (assignments, declarations, calls, object members, log text) and stops where one
 * may begin. Strings and comments are passed over; so are descriptions such as `shape=(2, 2)` and type brackets such
 * as `w[2][2] =`. Nothing is read twice, whatever the caller makes of a candidate.
 */
export class Candidates {
  /** the last name, key or label that was passed */
  private name: readonly [number, number] = [0, 0];
  /** a bracket that closed nothing: the text begins inside an array */
  strayCloser = -1;
  /** brackets that were entered and not left */
  private entered: number[] = [];

  constructor(
    private readonly text: string,
    private readonly limit: number,
    private readonly blanks: Blanks,
    /** take `name[…]` for an array too */
    private readonly indexed: boolean,
    /** go into lists of pairs and other brackets that begin with a string: `[('W1', tensor(…))]` */
    private readonly pairs = false,
  ) {}

  /** The first candidate at or behind `p`. */
  next(p: number): Candidate | undefined {
    const { text, limit, blanks } = this;
    for (let q = blanks.skip(p); q < limit; q = blanks.skip(q)) {
      const c = text.charCodeAt(q);
      if (isNameStart(c)) {
        const found = this.atName(q);
        if (typeof found !== 'number') return found;
        q = found;
      } else if (isQuote(c)) q = this.atString(q);
      else if (isOpener(c)) {
        const found = this.atOpener(q, c);
        if (typeof found !== 'number') return found;
        q = found;
      } else if (isCloser(c)) {
        if (this.entered.pop() === undefined && this.strayCloser < 0) this.strayCloser = q;
        q++;
      } else if (c === 60 && /^<tf\.(Tensor|Variable)/.test(text.slice(q, q + 14))) {
        return { start: q, expression: q, name: this.takeName() };
      } else if (isDigit(c)) {
        do q++;
        while (q < limit && (isDigit(text.charCodeAt(q)) || isNameStart(text.charCodeAt(q))));
      } else q++;
    }
    return undefined;
  }

  /** The name before the candidate; the next one does not inherit it. */
  private takeName(): readonly [number, number] {
    const name = this.name;
    this.name = [0, 0];
    return name;
  }

  private atName(p: number): Candidate | number {
    const { text, limit, blanks } = this;
    const end = nameEnd(text, p, limit);
    const name = text.slice(p, Math.min(end, p + 120));
    const q = blanks.skip(end);
    const next = text.charCodeAt(q);
    if (this.beginsStatement(p)) this.name = [0, 0];
    if (next === 61 && text.charCodeAt(q + 1) !== 61 && isDescribing(name)) return this.afterArgument(q + 1);
    if (next === 40) {
      const counted = /\(\d{1,12}\)\s?(?=\[)/y;
      counted.lastIndex = q;
      const count = counted.exec(text);
      // Node prints `Float32Array(3) [ … ]`
      if (count !== null) return { ...this.candidate(p), expression: q + count[0].length };
      if (name.endsWith('!') || constructorOf(name) !== undefined || creates.test(name)) return this.candidate(p);
      return this.enter(q);
    }
    if (next === 91 && q === end) {
      const type = dtypeOfName(name, true) !== undefined;
      if (name.endsWith('!')) return this.candidate(p);
      const group = this.shortGroup(q);
      const after = group < 0 ? 0 : text.charCodeAt(blanks.skip(group));
      if (type && after !== 61 && after !== 91 && !isNameStart(after)) return this.candidate(p);
      if (!this.indexed && group > 0) {
        this.name = [p, group];
        return group;
      }
    }
    if (next === 123 && q - end < 2 && (dtypeOfName(name, true) !== undefined || /[<:]/.test(name))) {
      return this.candidate(p);
    }
    const colon = next === 58 && text.charCodeAt(q + 1) !== 58;
    if (colon || (next === 61 && !this.isAnnotation(p))) this.name = [p, end];
    return end;
  }

  /** whether nothing of the same statement stands before the name, so that an earlier name does not carry over */
  private beginsStatement(p: number): boolean {
    const c = this.text.charCodeAt(this.before(p));
    return Number.isNaN(c) || c === 10 || c === 59 || c === 125;
  }

  /** whether a type stands here, between the name's colon and the equals sign: `W: np.ndarray =` */
  private isAnnotation(p: number): boolean {
    const colon = this.before(p);
    return this.text.charCodeAt(colon) === 58 && this.name[1] > 0 && this.before(colon) === this.name[1] - 1;
  }

  /** the last place before `p` that is no blank of its line */
  private before(p: number): number {
    let q = p - 1;
    while (this.text.charCodeAt(q) === 32 || this.text.charCodeAt(q) === 9 || this.text.charCodeAt(q) === 13) q--;
    return q;
  }

  /** Goes into the first bracket at or behind `p` and answers where its contents begin. */
  enterFrom(p: number): number {
    let q = p;
    while (q < this.limit && !isOpener(this.text.charCodeAt(q))) q++;
    return this.enter(q);
  }

  /** `new` before a constructor belongs to the literal */
  private candidate(p: number): Candidate {
    const before = /\bnew\s{1,3}$/.exec(this.text.slice(Math.max(0, p - 8), p));
    return { start: p - (before === null ? 0 : before[0].length), expression: p, name: this.takeName() };
  }

  private enter(open: number): number {
    if (this.entered.length < 10000) this.entered.push(open);
    return open + 1;
  }

  private atString(p: number): number {
    const end = this.blanks.stringEnd(p);
    if (end === 0) return p + 1;
    const after = this.text.charCodeAt(this.blanks.skip(end));
    if (after === 58 || after === 93 || (this.pairs && after === 44)) this.name = [p, end];
    return end;
  }

  private atOpener(p: number, c: number): Candidate | number {
    const { text, blanks } = this;
    const first = blanks.skip(p + 1);
    const inner = text.charCodeAt(first);
    if (c === 123 && this.isMember(first, inner)) return this.enter(p);
    if (c === 91 && inner === 123 && this.isMember(blanks.skip(first + 1), text.charCodeAt(blanks.skip(first + 1)))) {
      return this.enter(p);
    }
    if (this.pairs && this.beginsWithString(first)) return this.enter(p);
    if (c === 91) {
      const group = this.shortGroup(p);
      if (group > 0) {
        // [2][2]float32{…} and float w[2] = {…}: what stands in these brackets is a type
        const behind = /^(\s?\[[\w ,*;]{0,30}\]){0,8}\s?([A-Za-z_]\w{0,30}\s?\{|=[^=]|\{)/.exec(
          text.slice(group, group + 200),
        );
        if (behind !== null) {
          const goes = behind[0].endsWith('{');
          if (goes) return { start: p, expression: p, name: this.takeName() };
          return group;
        }
      }
    }
    return { start: p, expression: p, name: this.takeName() };
  }

  private beginsWithString(p: number): boolean {
    let q = p;
    for (let depth = 0; depth < 8 && isOpener(this.text.charCodeAt(q)); depth++) q = this.blanks.skip(q + 1);
    return isQuote(this.text.charCodeAt(q));
  }

  /** whether an object's or a dictionary's first member stands at `p`: a key and a colon */
  private isMember(p: number, c: number): boolean {
    let end = p;
    if (isQuote(c)) end = this.blanks.stringEnd(p);
    else if (isNameStart(c)) end = nameEnd(this.text, p, this.limit);
    if (end <= p) return false;
    const colon = this.blanks.skip(end);
    return this.text.charCodeAt(colon) === 58 && this.text.charCodeAt(colon + 1) !== 58;
  }

  /** one past a bracket group of up to 200 characters, else -1: longer ones are no index and no type */
  private shortGroup(p: number): number {
    return groupEnd(this.text, p, Math.min(this.limit, p + 200), this.blanks);
  }

  /** one past the value of `shape=(2, 2)` */
  private afterArgument(p: number): number {
    const { text, limit, blanks } = this;
    const start = blanks.skip(p);
    const c = text.charCodeAt(start);
    if (isOpener(c)) {
      const end = this.shortGroup(start);
      return end < 0 ? start : end;
    }
    if (isQuote(c)) return Math.max(start + 1, blanks.stringEnd(start));
    if (!isNameStart(c)) return start;
    const end = nameEnd(text, start, limit);
    if (!isOpener(text.charCodeAt(end))) return end;
    const group = this.shortGroup(end);
    return group < 0 ? end : group;
  }
}
