/** Strings and comments of a text, as `Blanks` knows them. */
interface Skips {
  stringEnd(p: number): number;
  commentEnd(p: number, c: number): number;
}

/**
 * Where every bracket of a text ends, found in one walk over the text: whoever looks ahead over a group asks here, so
 * that a text costs one walk however its brackets are nested. Brackets in strings and comments are not in it.
 */
export class BracketIndex {
  /** the places of the opening brackets, ascending */
  private openers = new Int32Array(64);
  /** one past the closing bracket of each, -1 where it is never closed or closed by another kind */
  private ends = new Int32Array(64);
  /** whether each holds a comma of its own, or nothing at all */
  private commas = new Uint8Array(64);
  private count = 0;
  /** the bracket asked for last: mostly the next is near */
  private cursor = 0;

  constructor(text: string, limit: number, skips: Skips) {
    const opened: number[] = [];
    /** something stood between the last bracket that opened and here */
    let filled = false;
    for (let q = 0; q < limit; q++) {
      const c = text.charCodeAt(q);
      if (c === 40 || c === 91 || c === 123) {
        opened.push(this.add(q));
        filled = false;
      } else if (c === 41 || c === 93 || c === 125) {
        const at = opened.pop();
        if (at !== undefined) {
          const open = text.charCodeAt(this.openers[at]!);
          if (c === (open === 40 ? 41 : open + 2)) {
            this.ends[at] = q + 1;
            if (!filled) this.commas[at] = 1;
          } else opened.length = 0; // nothing round a wrong bracket is whole
        }
        filled = true;
      } else if (c === 44) {
        const at = opened[opened.length - 1];
        if (at !== undefined) this.commas[at] = 1;
        filled = true;
      } else if (c === 34 || c === 39 || c === 96) {
        q = Math.max(q, skips.stringEnd(q) - 1);
        filled = true;
      } else if (c > 32) {
        const end = skips.commentEnd(q, c);
        if (end > q) q = end - 1;
        else filled = true;
      }
    }
  }

  /** One past the group that opens at `p`: -1 where it is never closed, undefined where no bracket of the text opens. */
  end(p: number): number | undefined {
    return this.find(p) ? this.ends[this.cursor] : undefined;
  }

  /** Whether the brackets at `p` hold a comma of their own or nothing: a tuple, not arithmetic. */
  separates(p: number): boolean {
    return this.find(p) && this.commas[this.cursor] === 1;
  }

  private add(place: number): number {
    if (this.count === this.openers.length) {
      const [openers, ends, commas] = [this.openers, this.ends, this.commas];
      const size = this.count * 2;
      this.openers = new Int32Array(size);
      this.ends = new Int32Array(size);
      this.commas = new Uint8Array(size);
      this.openers.set(openers);
      this.ends.set(ends);
      this.commas.set(commas);
    }
    this.openers[this.count] = place;
    this.ends[this.count] = -1;
    return this.count++;
  }

  private find(p: number): boolean {
    for (let i = this.cursor; i < Math.min(this.count, this.cursor + 4); i++) {
      if (this.openers[i] === p) {
        this.cursor = i;
        return true;
      }
    }
    let [low, high] = [0, this.count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.openers[middle]! < p) low = middle + 1;
      else high = middle;
    }
    if (low === this.count || this.openers[low] !== p) return false;
    this.cursor = low;
    return true;
  }
}
