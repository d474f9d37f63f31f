import type { AxisLabels } from '../../array/numericArray';
import type { Problem } from '../../problem';
import { problem } from '../problems';
import { Allowance, maximumMade } from './allowance';

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
  /** names along each axis, where the text has them; left out of the result where they do not fit its shape */
  labels: AxisLabels | undefined;
  /** the first row that does not fit */
  problem: Problem | undefined;

  private readonly counts: number[] = [0];
  private readonly lengths: (number | undefined)[] = [];
  private readonly opened: number[] = [];
  /** brackets round each value, once one was met */
  private leafDepth = -1;

  /** values that were made without a literal for each */
  made = 0;

  /**
   * @param ranges also keep where each value stands
   * @param allowance how many values may be made, shared by all readings of a text
   */
  constructor(
    private readonly ranges = false,
    private readonly allowance = new Allowance(),
  ) {}

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
    if (this.length === this.data.length) this.reserve(this.length * 2);
    this.data[this.length] = x;
    if (this.ranges) this.range(start, end);
    this.length++;
    this.counts[this.depth]!++;
  }

  /**
   * Repeats all elements of the open bracket, which begin with the value of index `from`, so that they stand there as
   * many times: the one door for every form of repetition.
   *
   * @param start where the repetition is written, @param end one past it
   */
  repeat(from: number, times: number, start: number, end: number): void {
    const values = this.length - from;
    const elements = this.counts[this.depth]!;
    if (times > 0 && !this.make(Math.max(values, elements) * (times - 1), start, end)) return;
    const length = from + values * times;
    if (length > this.data.length) this.reserve(length);
    if (this.ranges) this.reserveRanges(length);
    // doubling what stands there takes few copies
    for (let filled = this.length; filled < length && values > 0;) {
      const some = Math.min(filled - from, length - filled);
      this.data.copyWithin(filled, from, from + some);
      if (this.ranges) {
        this.starts.copyWithin(filled, from, from + some);
        this.ends.copyWithin(filled, from, from + some);
      }
      filled += some;
    }
    this.length = length;
    this.counts[this.depth] = elements * times;
  }

  /**
   * Takes in an array that a call makes, as one element of the open bracket.
   *
   * @param fill writes the values, the last index fastest
   */
  takeMade(shape: readonly number[], fill: (data: Float64Array) => void, start: number, end: number): void {
    const count = shape.reduce((product, length) => product * length, 1);
    // rows without values take time too
    const rows = shape.reduce((product, length) => product * Math.max(1, length), 1);
    if (!this.make(rows, start, end)) return;
    const depth = this.depth;
    if (depth + shape.length > maximumDepth) {
      this.fail(problem('too-deep', start, 1, { limit: maximumDepth }));
      return;
    }
    const leaf = depth + shape.length;
    if (this.leafDepth === -1 ? this.lengths[leaf + 1] !== undefined : this.leafDepth !== leaf) {
      this.mixed(start, end - start);
      return;
    }
    this.counts[depth]!++;
    for (const [i, length] of shape.entries()) {
      const expected = (this.lengths[depth + i + 1] ??= length);
      if (expected !== length) {
        const row = this.counts[depth]! - 1;
        this.fail(problem('ragged', start, end - start, { row, length, expected }));
      }
    }
    if (count === 0) return;
    this.leafDepth = leaf;
    if (this.length + count > this.data.length) this.reserve(this.length + count);
    fill(this.data.subarray(this.length, this.length + count));
    if (this.ranges) {
      this.reserveRanges(this.length + count);
      this.starts.fill(start, this.length, this.length + count);
      this.ends.fill(end, this.length, this.length + count);
    }
    this.length += count;
  }

  /** Puts one value in the place of all from index `from` on: `ones_like([1, 2])`. */
  replaceFrom(from: number, value: number): void {
    this.data.fill(value, from, this.length);
  }

  /** Begins the reading again: what it made does not count. */
  discard(): void {
    this.allowance.giveBack(this.made);
  }

  private make(count: number, start: number, end: number): boolean {
    if (this.allowance.take(count)) {
      this.made += count;
      return true;
    }
    this.fail(problem('too-many-values', start, end - start, { limit: maximumMade }));
    return false;
  }

  private reserve(length: number): void {
    const larger = new Float64Array(Math.max(64, length));
    larger.set(this.data.subarray(0, this.length));
    this.data = larger;
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
    if (this.length >= this.starts.length) this.reserveRanges(Math.max(64, this.length * 2));
    this.starts[this.length] = start;
    this.ends[this.length] = end;
  }

  private reserveRanges(size: number): void {
    if (size <= this.starts.length) return;
    const [starts, ends] = [new Uint32Array(size), new Uint32Array(size)];
    starts.set(this.starts);
    ends.set(this.ends);
    this.starts = starts;
    this.ends = ends;
  }
}
