/** A source of random bits: what every distribution draws from. */
export interface BitSource {
  /** 32 bits as an unsigned number */
  next32(): number;
  /** 64 bits, unsigned */
  next64(): bigint;
  /** uniform in [0, 1), of 53 bits */
  nextDouble(): number;
}

/** The smallest 2^k - 1 that is not below `most`. */
export function maskOf(most: bigint): bigint {
  return most === 0n ? 0n : (1n << BigInt(most.toString(2).length)) - 1n;
}

const ALL_32 = 0xffffffffn;
const ALL_64 = 0xffffffffffffffffn;

/**
 * Uniform in 0 .. most by masked rejection, as NumPy's RandomState draws integers.
 *
 * @param most at most 2^64 - 1
 */
export function masked(bits: BitSource, most: bigint): bigint {
  if (most === 0n) return 0n;
  const mask = maskOf(most);
  if (most <= ALL_32) {
    const small = Number(mask);
    const limit = Number(most);
    for (;;) {
      // `&` is signed in JavaScript, the shift makes it unsigned again
      const value = (bits.next32() & small) >>> 0;
      if (value <= limit) return BigInt(value);
    }
  }
  for (;;) {
    const value = bits.next64() & mask;
    if (value <= most) return value;
  }
}

/**
 * Uniform in 0 .. most by multiplication and rejection, as NumPy's Generator draws integers.
 *
 * Source: Lemire, "Fast random integer generation in an interval", ACM TOMACS 29 (2019).
 *
 * @param most at most 2^64 - 1
 */
export function multiplied(bits: BitSource, most: bigint): bigint {
  if (most === 0n) return 0n;
  if (most === ALL_32) return BigInt(bits.next32());
  if (most === ALL_64) return bits.next64();
  const wide = most > ALL_32;
  const [width, all] = wide ? [64n, ALL_64] : [32n, ALL_32];
  const draw = () => (wide ? bits.next64() : BigInt(bits.next32()));
  const choices = most + 1n;
  let product = draw() * choices;
  if ((product & all) < choices) {
    const threshold = (all - most) % choices;
    while ((product & all) < threshold) product = draw() * choices;
  }
  return product >> width;
}
