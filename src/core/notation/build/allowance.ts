/** As many values as a short text may ask for, `[0] * 16777216`: 128 MiB of float64. */
export const maximumMade = 1 << 24;

/**
 * The values that one reading may still make without a literal for each: by `[0.5; n]`, `[0] * n`, `zeros(n)`. What a
 * text writes out costs nothing; what it merely asks for is bounded, whatever form it takes and however often.
 */
export class Allowance {
  private left = maximumMade;

  /** Whether as many more may be made; they count as made then. */
  take(count: number): boolean {
    if (!(count <= this.left)) return false;
    this.left -= count;
    return true;
  }

  /** Gives back what a reading made that begins again. */
  giveBack(count: number): void {
    this.left += count;
  }
}
