import { BracketIndex } from './bracketIndex';
import { comment } from './dialect';

const isSpace = (c: number): boolean => c === 32 || c === 10 || c === 9 || c === 13 || c === 12 || c === 11;
export const isDigit = (c: number): boolean => c >= 48 && c <= 57;
/** letters, `_` and everything beyond ASCII that is no punctuation of ours */
export const isNameStart = (c: number): boolean =>
  (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || c === 95 || (c > 127 && c !== 0x2026);
export const isNamePart = (c: number): boolean => isNameStart(c) || isDigit(c);
export const isOpener = (c: number): boolean => c === 91 || c === 40 || c === 123;
export const isCloser = (c: number): boolean => c === 93 || c === 41 || c === 125;
export const isQuote = (c: number): boolean => c === 34 || c === 39 || c === 96;
/** the bracket that closes another one, as character codes */
export const closerOf = (opener: number): number => (opener === 40 ? 41 : opener + 2);

/** Walks over what means nothing: white space, comments, line continuations. */
export class Blanks {
  /** whether the last `skip` met the end of a line */
  newline = false;
  private index: BracketIndex | undefined;
  /** from where to where quotes of a kind close nothing: what was searched in vain is not searched again */
  private readonly open = new Map<string, readonly [number, number]>();

  constructor(
    private readonly text: string,
    private readonly limit: number,
    private readonly comments: number,
    /** `...` up to the end of the line continues it (MATLAB) */
    private readonly dots: boolean,
  ) {}

  /** Where the brackets of the text end. */
  get brackets(): BracketIndex {
    this.index ??= new BracketIndex(this.text, this.limit, this);
    return this.index;
  }

  /** One past the bracket group that begins at `p`, strings and comments skipped; -1 where it is never closed. */
  groupEnd(p: number): number {
    return this.brackets.end(p) ?? groupEnd(this.text, p, Math.min(this.limit, p + 2000), this);
  }

  /** Whether two dashes begin a comment. */
  get dashes(): boolean {
    return (this.comments & comment.dash) !== 0;
  }

  /** The first place from `p` on that means something, at most the limit. */
  skip(p: number): number {
    const { text, limit } = this;
    this.newline = false;
    for (;;) {
      const c = text.charCodeAt(p);
      if (p >= limit) return limit;
      if (isSpace(c)) {
        if (c === 10) this.newline = true;
        p++;
      } else if (c === 92 && this.endsLine(p + 1)) p = this.lineEnd(p) + 1;
      else if (c === 46 && this.dots && text.startsWith('...', p)) p = this.lineEnd(p) + 1;
      else {
        const end = this.commentEnd(p, c);
        if (end === p) return p;
        p = Math.min(end, limit);
      }
    }
  }

  /** One past the comment that begins at `p`, or `p` where none does. A line comment ends before its line break. */
  commentEnd(p: number, c = this.text.charCodeAt(p)): number {
    const { text, comments } = this;
    const next = text.charCodeAt(p + 1);
    if (c === 35) {
      if ((comments & comment.hashBlock) !== 0 && next === 61) return this.blockEnd(p, '=#');
      return (comments & comment.hash) !== 0 ? this.lineEnd(p) : p;
    }
    if (c === 47) {
      if ((comments & comment.slash) === 0) return p;
      return next === 47 ? this.lineEnd(p) : next === 42 ? this.blockEnd(p, '*/') : p;
    }
    if (c === 37) return (comments & comment.percent) !== 0 ? this.lineEnd(p) : p;
    if (c === 45) return (comments & comment.dash) !== 0 && next === 45 ? this.lineEnd(p) : p;
    if (c === 33) return (comments & comment.bang) !== 0 ? this.lineEnd(p) : p;
    if (c === 40) return (comments & comment.parenStar) !== 0 && next === 42 ? this.blockEnd(p, '*)') : p;
    return p;
  }

  lineEnd(p: number): number {
    const end = this.text.indexOf('\n', p);
    return end < 0 || end > this.limit ? this.limit : end;
  }

  /** As `stringEnd`, but 0 for a quote that opens no string: an apostrophe in a word, a transpose, a separator. */
  stringEnd(p: number): number {
    const { text, limit } = this;
    const before = text.charCodeAt(p - 1);
    if (text.charCodeAt(p) === 39 && p > 0 && (isNamePart(before) || isCloser(before))) {
      // Python's prefixes f'…' and rb'…' are one or two letters after something that is no word
      const start = isNamePart(text.charCodeAt(p - 2)) ? p - 2 : p - 1;
      const prefix = text.slice(start, p).toLowerCase();
      if (isNamePart(text.charCodeAt(start - 1)) || !/^(f|b|r|u|rb|br|fr|rf)$/.test(prefix)) return 0;
    }
    const quote = text.charAt(p);
    const triple = quote.repeat(3);
    const isTriple = quote !== '`' && text.startsWith(triple, p);
    const kind = isTriple ? triple : quote;
    const open = this.open.get(kind);
    if (open !== undefined && p >= open[0] && p < open[1]) return 0;
    const end = isTriple ? tripleEnd(text, p, limit, triple) : stringEnd(text, p, limit);
    if (end > 0) return end;
    this.open.set(kind, [p, -end]);
    return 0;
  }

  private blockEnd(p: number, closer: string): number {
    const end = this.text.indexOf(closer, p + 2);
    return end < 0 ? this.limit : end + closer.length;
  }

  private endsLine(p: number): boolean {
    const c = this.text.charCodeAt(p);
    return c === 10 || (c === 13 && this.text.charCodeAt(p + 1) === 10) || p >= this.limit;
  }
}

/**
 * One past the string that begins at `p`: a backslash before a quote, no further than the end of the line but for
 * backquotes. Where it is never closed, minus the place up to which it was searched.
 */
function stringEnd(text: string, p: number, limit: number): number {
  const code = text.charCodeAt(p);
  for (let q = p + 1; q < limit; q++) {
    const c = text.charCodeAt(q);
    if (c === 92) q++;
    else if (c === code) return q + 1;
    else if (c === 10 && code !== 96) return -q;
  }
  return -limit;
}

/** As `stringEnd`, for Python's triple quotes. */
function tripleEnd(text: string, p: number, limit: number, triple: string): number {
  const end = text.indexOf(triple, p + 3);
  return end < 0 || end + 3 > limit ? -limit : end + 3;
}

/** What `groupEnd` looks at: brackets, quotes and what begins a comment in some language. */
const specialCharacter = /[[\](){}"'`#/%!]/g;
const specialOrDash = /[[\](){}"'`#/%!-]/g;

/** One past the bracket group that begins at `p`, strings and comments skipped; -1 where it is never closed. */
export function groupEnd(text: string, p: number, limit: number, blanks: Blanks): number {
  const closers: number[] = [];
  let plain = 0;
  for (let q = p; q < limit; q++) {
    const c = text.charCodeAt(q);
    // digits, commas, blanks, points and signs are nearly all of a large group: engines search them fastest
    if ((c >= 48 && c <= 57) || c === 44 || c === 32 || c === 46 || (c === 45 && !blanks.dashes)) {
      if (++plain < 256) continue;
      const special = blanks.dashes ? specialOrDash : specialCharacter;
      special.lastIndex = q;
      if (!special.test(text)) return -1;
      q = special.lastIndex - 2;
      plain = 0;
      continue;
    }
    plain = 0;
    if (isOpener(c)) closers.push(closerOf(c));
    else if (isCloser(c)) {
      if (closers.pop() !== c) return -1;
      if (closers.length === 0) return q + 1;
    } else if (c === 34 || c === 39 || c === 96) {
      const end = blanks.stringEnd(q);
      if (end > 0) q = end - 1;
    } else {
      const end = blanks.commentEnd(q, c);
      if (end > q) q = end - 1;
    }
  }
  return -1;
}

/** The end of the dotted name that begins at `p`: `np.float32`, `std::numeric_limits<float>::infinity`, `vec!`. */
export function nameEnd(text: string, p: number, limit: number): number {
  let q = p + 1;
  for (; q < limit; q++) {
    const c = text.charCodeAt(q);
    if (isNamePart(c)) continue;
    const next = text.charCodeAt(q + 1);
    if (c === 46 && isNameStart(next)) continue;
    if (c === 46 && text.charCodeAt(p) === 46 && p + 1 < q) return q + 1; // Fortran's .true.
    if (c === 58 && next === 58 && isNameStart(text.charCodeAt(q + 2))) q++;
    else if (c === 33 && (next === 91 || next === 40)) return q + 1;
    else if (c === 60) {
      const end = templateEnd(text, q);
      if (end < 0) return q;
      q = end - 1;
    } else return q;
  }
  return q;
}

/** One past `<float, 3>` where it can only be a template's or a generic's arguments, else -1. */
function templateEnd(text: string, p: number): number {
  let depth = 0;
  for (let q = p; q < p + 80; q++) {
    const c = text.charCodeAt(q);
    if (c === 60) depth++;
    else if (c === 62) {
      depth--;
      if (depth === 0) {
        const next = text.charCodeAt(q + 1);
        return next === 58 || next === 40 || next === 123 || next === 62 ? q + 1 : -1;
      }
    } else if (!(isNamePart(c) || c === 32 || c === 44 || c === 58 || c === 42 || c === 91 || c === 93)) return -1;
  }
  return -1;
}
