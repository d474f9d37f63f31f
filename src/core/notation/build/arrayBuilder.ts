import type { Problem } from '../../problem';
import { problem } from '../problems';

/** Deeper arrays are refused: no framework makes them, and a hostile text could ask for a million dimensions. */
export const maximumDepth = 64;

/**
 * Collects values and brackets as a reader meets them, and works out the shape on the way: the first row of each
 * depth sets the length, every later one must agree.
 *
 * Use: `open(offset)` at a bracket, `value(x, start, end)` at a number, `close(offset)` at the closing bracket. A
 * single number needs no bracket.
 */
export class ArrayBuilder {
  data = new Float64Array(64);
  length = 0;
  /** brackets now open */
  depth = 0;
  /** printed digits, see `PrintedDigits`; readers raise them by `digits` */
  decimals = -Infinity;
  significant = 0;
  starts = new Uint32Array(0);
  ends = new Uint32Array(0);
  /** the first row that does not fit */
  problem: Problem | undefined;

  private readonly counts: number[] = [0];
  private readonly lengths: (number | undefined)[] = [];
  private readonly opened: number[] = [];
  /** brackets round each value, once one was met */
  private leafDepth = -1;

  /** @param ranges also keep where each value stands */
  constructor(private readonly ranges = false) {}

  open(offset: number): void {
    this.counts[this.depth]!++;
    if (this.leafDepth !== -1 && this.depth + 1 > this.leafDepth) this.mixed(offset, 1);
    this.depth++;
    this.counts[this.depth] = 0;
    this.opened[this.depth] = offset;
    if (this.depth > maximumDepth) this.fail(problem('too-deep', offset, 1, { limit: maximumDepth }));
  }

  /** @param end one past the closing bracket */
  close(end: number): void {
    const depth = this.depth;
    if (depth === 0) return;
    const count = this.counts[depth]!;
    const expected = this.lengths[depth];
    if (expected === undefined) this.lengths[depth] = count;
    else if (expected !== count) {
      const start = this.opened[depth]!;
      this.fail(problem('ragged', start, end - start, { row: this.counts[depth - 1]! - 1, length: count, expected }));
    }
    this.depth--;
  }

  value(x: number, start: number, end: number): void {
    if (this.leafDepth !== this.depth) {
      if (this.leafDepth === -1 && this.lengths[this.depth + 1] === undefined) this.leafDepth = this.depth;
      else this.mixed(start, end - start);
    }
    if (this.length === this.data.length) {
      const larger = new Float64Array(this.length * 2);
      larger.set(this.data);
      this.data = larger;
    }
    this.data[this.length] = x;
    if (this.ranges) this.range(start, end);
    this.length++;
    this.counts[this.depth]!++;
  }

  /**
   * Takes over a whole list that `readPlainList` collected, as the one child of the brackets now open.
   *
   * @param lengths the lengths from depth 1 on, -1 behind the last
   */
  takePlain(
    data: Float64Array<ArrayBuffer>,
    length: number,
    lengths: Int32Array,
    decimals: number,
    significant: number,
  ): void {
    this.data = data;
    this.length = length;
    this.counts[this.depth]!++;
    let leaf = this.depth;
    for (let i = 1; lengths[i]! >= 0; i++) this.lengths[++leaf] = lengths[i];
    if (length > 0) this.leafDepth = leaf;
    if (decimals > -1_000_000) this.digits(decimals, significant);
  }

  /** Tells how a value was printed; the most precise one counts. */
  digits(decimals: number, significant: number): void {
    if (decimals > this.decimals) this.decimals = decimals;
    if (significant > this.significant) this.significant = significant;
  }

  /** Takes another shape of as many values; to be asked when every bracket is closed. */
  reshape(shape: readonly number[]): void {
    this.lengths.splice(1, this.lengths.length, ...shape);
  }

  /** Turns the order of the dimensions round, the transpose of a matrix; to be asked when every bracket is closed. */
  reverseDimensions(): void {
    const shape = this.shape();
    if (shape.length < 2) return;
    const data = new Float64Array(this.length);
    const starts = new Uint32Array(this.starts.length === 0 ? 0 : this.length);
    const ends = new Uint32Array(starts.length);
    const index = new Int32Array(shape.length);
    const strides = shape.map((_, i) => shape.slice(i + 1).reduce((product, length) => product * length, 1));
    for (let to = 0, from = 0; to < this.length; to++) {
      data[to] = this.data[from]!;
      if (starts.length > 0) {
        starts[to] = this.starts[from]!;
        ends[to] = this.ends[from]!;
      }
      // the first index runs fastest
      for (let i = 0; i < shape.length; i++) {
        from += strides[i]!;
        index[i] = index[i]! + 1;
        if (index[i]! < shape[i]!) break;
        from -= strides[i]! * shape[i]!;
        index[i] = 0;
      }
    }
    this.data = data;
    this.starts = starts;
    this.ends = ends;
    this.reshape([...shape].reverse());
  }

  /** Multiplies every value by a printed scale factor. */
  multiply(factor: number): void {
    for (let i = 0; i < this.length; i++) this.data[i] = this.data[i]! * factor;
    this.decimals -= Math.round(Math.log10(Math.abs(factor)));
  }

  /** The lengths of all dimensions; to be asked when every bracket is closed. */
  shape(): number[] {
    const shape: number[] = [];
    for (let depth = 1; depth < this.lengths.length; depth++) shape.push(this.lengths[depth] ?? 0);
    return shape;
  }

  /** Takes back the last `open`, which no value followed. */
  dropEmptyRow(): void {
    this.depth--;
    this.counts[this.depth]!--;
  }

  /** Takes out a dimension of length 1; to be asked when every bracket is closed. */
  squeeze(dimension: number): void {
    if (this.lengths[dimension + 1] === 1) this.lengths.splice(dimension + 1, 1);
  }

  /** Keeps the first problem: the later ones mostly follow from it. */
  fail(found: Problem): void {
    this.problem ??= found;
  }

  private mixed(offset: number, length: number): void {
    this.fail(problem('mixed-depth', offset, length));
  }

  private range(start: number, end: number): void {
    if (this.length >= this.starts.length) {
      const size = Math.max(64, this.length * 2);
      const [starts, ends] = [new Uint32Array(size), new Uint32Array(size)];
      starts.set(this.starts);
      ends.set(this.ends);
      this.starts = starts;
      this.ends = ends;
    }
    this.starts[this.length] = start;
    this.ends[this.length] = end;
  }
}
