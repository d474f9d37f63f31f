/**
 * Error-free transformations: what a rounded sum or product lost, itself a float64. With it a formula carries the
 * rounding error of a step along and stays exact where digits cancel.
 * Sources: Knuth, The Art of Computer Programming 2, 4.2.2 (TwoSum); Dekker, "A floating-point technique for extending
 * the available precision", 1971 (Fast2Sum, TwoProduct with Veltkamp's splitting).
 */

/** 2^27 + 1: multiplying by it cuts a float64 into two halves of 26 bits. */
const splitter = 134217729;

/** a + b - sum, exactly, where `sum` is a + b rounded. */
export function sumError(a: number, b: number, sum: number): number {
  const bPart = sum - a;
  return a - (sum - bPart) + (b - bPart);
}

/** a * b - product, exactly, where `product` is a * b rounded; |a| and |b| below 2^970, |a b| above 2^-969. */
export function productError(a: number, b: number, product: number): number {
  const aScaled = splitter * a;
  const aHigh = aScaled - (aScaled - a);
  const aLow = a - aHigh;
  const bScaled = splitter * b;
  const bHigh = bScaled - (bScaled - b);
  const bLow = b - bHigh;
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}
