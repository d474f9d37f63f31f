import type { Blanks } from '../lexis/trivia';
import { isCloser, isDigit, isNamePart, isOpener, isQuote } from '../lexis/trivia';
import type { Dialect } from '../lexis/dialect';
import {
  booleanValue,
  constantValue,
  constructorOf,
  dtypeOfName,
  functionOf,
  isDescribing,
  isMissing,
} from '../lexis/words';

/** Where a literal begins: its outermost bracket, and its first letter with type or constructor. */
export interface Opening {
  readonly opener: number;
  readonly start: number;
  /** it is a call that makes one array of the list in it, `np.array([…` */
  readonly constructs: boolean;
}

/** Names of calls whose parentheses hold an array's values only in R. */
const r = new Set(['c', 'matrix', 'array', 'rbind', 'cbind', 'list']);
/** Keywords that hand over the values themselves. */
const dataKeys = new Set(['data', 'object', 'value', 'values', 'numpy', 'initial_value']);
/** Keywords that an expression follows, so that brackets behind them are no call and no index. */
const beforeExpression = new Set(
  'in return and or not if elif else yield assert is await of case typeof default when then'.split(' '),
);
/** words that may stand in the innermost bracket, so that `[1, foo, 3]` is found and its problem told */
const maximumWords = 20;

/** After so many characters of numbers the rest is searched at once. */
const LONG_RUN = 4096;
const notInNumbers = /[^\d ,.+-]/g;

/**
 * Walks backward from a place inside a literal, bracket by bracket, as far as what stands there can belong to one:
 * values, separators, constructors. Strings are paired from behind; comments are left out line by line.
 */
export class BackwardWalk {
  private words = 0;
  private found: Opening | undefined;
  private readonly openings: Opening[] = [];
  private depth = 0;
  private noBlockComment = false;
  /** whether one search has gone ahead of the walk: a second could make it more than linear */
  private leapt = false;
  /** characters that may be searched in vain for opening quotes: keeps hostile texts linear */
  private budget = 1_000_000;

  constructor(
    private readonly text: string,
    private readonly blanks: Blanks,
    private readonly dialect: Dialect,
  ) {}

  /** The opening brackets of what may be the literal round `from`, from the outermost to the innermost. */
  around(from: number): readonly Opening[] {
    this.walk(from);
    return this.openings.reverse();
  }

  private walk(from: number): void {
    let p = from - 1;
    while (p >= 0) {
      if (this.depth === 0) p = this.overNumbers(p);
      if (p < 0) break;
      const next = this.step(p);
      if (next === undefined) break;
      p = next;
    }
  }

  /**
   * Passes over numbers and what separates them, which is nearly all of a large literal: to the first character that
   * may mean more, or to the end of a name that digits belong to.
   */
  private overNumbers(from: number): number {
    const { text } = this;
    let end = -1;
    for (let p = from; p >= 0; p--) {
      const c = text.charCodeAt(p);
      if (p === from - LONG_RUN && !this.leapt) {
        this.leapt = true;
        // engines search text many times as fast as a loop walks it
        const opener = text.lastIndexOf('[', p);
        notInNumbers.lastIndex = opener + 1;
        if (opener >= 0 && (!notInNumbers.test(text) || notInNumbers.lastIndex > p)) return opener;
      }
      if (isDigit(c)) {
        if (end < 0) end = p;
      } else if (c === 44 || c === 32 || c === 45 || c === 43) end = -1;
      else if (c === 101 && isDigit(text.charCodeAt(p - 1))) {
        // 1e5
        if (end < 0) end = p;
      } else if (c !== 46) return end >= 0 && (isNamePart(c) || c === 33 || c === 58) ? end : p;
    }
    return -1;
  }

  /** Takes in the character at `p`; answers where to go on, undefined to stop. */
  private step(p: number): number | undefined {
    const { text } = this;
    const c = text.charCodeAt(p);
    if (c === 10) return this.previousLine(p);
    if (isCloser(c)) {
      this.depth++;
      return p - 1;
    }
    if (isOpener(c)) {
      if (this.depth === 0) return this.opener(p, c);
      this.depth--;
      return p - 1;
    }
    if (isQuote(c)) return this.string(p, c);
    if (c === 47 && text.charCodeAt(p - 1) === 42) return this.blockComment(p);
    if (this.depth > 0) return p - 1;
    if (c === 35 && this.blanks.commentEnd(p, c) > p) return undefined;
    if (c === 47 && text.charCodeAt(p - 1) === 47 && this.blanks.commentEnd(p - 1) > p) return undefined;
    if (c === 61) return this.equals(p);
    if (c === 58) return undefined;
    if (c === 59) return this.dialect.floatIsSingle || this.dialect.integerDivision ? undefined : p - 1;
    if (isNamePart(c)) return this.word(p);
    return p - 1;
  }

  private previousLine(p: number): number {
    const start = this.text.lastIndexOf('\n', p - 1) + 1;
    for (let q = start; q < p; q++) {
      const c = this.text.charCodeAt(q);
      if (isQuote(c)) q = Math.max(q, this.blanks.stringEnd(q) - 1);
      else {
        const end = this.blanks.commentEnd(q, c);
        if (end >= p) return q - 1;
        if (end > q) q = end - 1;
      }
    }
    return p - 1;
  }

  private string(p: number, c: number): number | undefined {
    const { text } = this;
    if (c === 39 && isDigit(text.charCodeAt(p - 1)) && isDigit(text.charCodeAt(p + 1))) return p - 1;
    const from = Math.max(-1, p - Math.min(100_000, this.budget));
    let q = p - 1;
    for (; q > from && text.charCodeAt(q) !== 10; q--) {
      if (text.charCodeAt(q) !== c || text.charCodeAt(q - 1) === 92) continue;
      if (this.depth === 0 && this.found !== undefined) return undefined;
      return q - 1;
    }
    this.budget -= p - q;
    return this.depth === 0 ? undefined : p - 1;
  }

  private blockComment(p: number): number {
    if (this.noBlockComment) return p - 1;
    const start = this.text.lastIndexOf('/*', p - 2);
    if (start < 0) this.noBlockComment = true;
    return start < 0 ? p - 1 : start - 1;
  }

  /** `dtype=` and `data=` are arguments of a constructor; any other `=` ends the walk. */
  private equals(p: number): number | undefined {
    const start = this.nameStart(p);
    const key = this.text.slice(start, p).trim();
    // a mask is an array of its own
    return (isDescribing(key) && key !== 'mask') || dataKeys.has(key) ? start - 1 : undefined;
  }

  private word(p: number): number | undefined {
    const start = this.nameStart(p + 1);
    const word = this.text.slice(start, p + 1);
    if (this.found !== undefined || this.words >= maximumWords) {
      const first = word.charCodeAt(0);
      const known =
        isDigit(first) ||
        constantValue(word) !== undefined ||
        booleanValue(word) !== undefined ||
        isMissing(word) ||
        dtypeOfName(word, true) !== undefined ||
        constructorOf(word) !== undefined ||
        functionOf(word) !== undefined ||
        this.text.charCodeAt(start - 1) === 61 ||
        /^[eE]\d*$/.test(word);
      if (!known) return undefined;
    } else if (!isDigit(word.charCodeAt(0))) this.words++;
    return start - 1;
  }

  /** the beginning of the dotted name that ends before `end`, blanks between allowed */
  private nameStart(end: number): number {
    const { text } = this;
    let p = end - 1;
    while (text.charCodeAt(p) === 32) p--;
    const floor = Math.max(-1, p - 120);
    for (; p > floor; p--) {
      const c = text.charCodeAt(p);
      if (isNamePart(c) || c === 46 || c === 33) continue;
      if (c === 58 && text.charCodeAt(p - 1) === 58) p--;
      else break;
    }
    return p + 1;
  }

  /** An opening bracket round everything so far: takes it in if it can belong to the literal. */
  private opener(p: number, c: number): number | undefined {
    const { text } = this;
    let q = p - 1;
    while (text.charCodeAt(q) === 32) q--;
    const before = text.charCodeAt(q);
    if (c === 123 && before === 41) return undefined;
    if (before === 62 && c !== 91) return this.template(p, q);
    if (c === 123 && before === 93) return this.arrayType(p);
    if (!isNamePart(before) && !(before === 33 && c !== 123)) {
      if (c === 91 && q === p - 1 && (isCloser(before) || isQuote(before))) return this.touching(p, q);
      return this.take(p, p);
    }
    const start = this.nameStart(q + 1);
    const name = text.slice(start, q + 1);
    if (isDigit(name.charCodeAt(0))) return this.take(p, p);
    const bare = name.replace(/!$/, '');
    if (beforeExpression.has(name)) return c === 123 ? undefined : this.take(p, p);
    if (c === 40) {
      const known = constructorOf(bare);
      if (known !== undefined && known.kind !== 'list' && known.kind !== 'either' && this.found !== undefined)
        return this.take(p, this.withNew(start), known.notation !== undefined || known.rest !== undefined);
      if (constructorOf(bare) !== undefined || name.endsWith('!') || r.has(name))
        return this.take(p, this.withNew(start));
      return functionOf(name) === undefined ? undefined : start - 1;
    }
    const type = dtypeOfName(bare, true) !== undefined || name.endsWith('!') || constructorOf(bare) !== undefined;
    if (c === 91) {
      if (q < p - 1) return this.take(p, p);
      return type ? this.take(p, start) : undefined;
    }
    if (!type) return q < p - 1 || this.dialect.notation !== 'cpp' ? undefined : this.take(p, p);
    const brackets = /(?:\[[\w ,.*]{0,20}\]){1,8}$/.exec(text.slice(Math.max(0, start - 160), start));
    return this.take(p, this.withNew(start - (brackets === null ? 0 : brackets[0].length)));
  }

  /** `x[0]` and `f()[0]` are no arrays, `[1, 2][3, 4]` of a print without blanks is */
  private touching(p: number, q: number): number | undefined {
    return this.text.charCodeAt(q) === 93 && this.found !== undefined ? this.take(p, p) : undefined;
  }

  /** `std::vector<float>{` */
  private template(p: number, q: number): number | undefined {
    const head = /[A-Za-z_][\w:]{0,60}<[\w\s:,*<>]{0,60}>$/.exec(this.text.slice(Math.max(0, q - 130), q + 1));
    if (head === null) return undefined;
    return this.take(p, q + 1 - head[0].length);
  }

  /** `new double[][]{` and `[]float{` */
  private arrayType(p: number): number | undefined {
    const from = Math.max(0, p - 160);
    const head = /\bnew\s{1,3}[\w.]{1,40}\s?(?:\[[\w ,]{0,20}\]){1,8}\s{0,3}$/.exec(this.text.slice(from, p));
    return this.take(p, head === null ? p : from + head.index);
  }

  private withNew(start: number): number {
    const head = /\bnew\s{1,3}$/.exec(this.text.slice(Math.max(0, start - 8), start));
    return head === null ? start : start - head[0].length;
  }

  private take(opener: number, start: number, constructs = false): number {
    this.found = { opener, start, constructs };
    this.openings.push(this.found);
    return start - 1;
  }
}
