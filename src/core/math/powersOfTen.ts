/** The largest exponent of ten that the table holds, in both directions. */
export const LARGEST_TEN = 270;

/** 10^e as a sum of two float64: 10^e = tenHigh[e + LARGEST_TEN] + tenLow[e + LARGEST_TEN] to 100 bits; 0 until loaded. */
export const tenHigh = new Float64Array(2 * LARGEST_TEN + 1);
export const tenLow = new Float64Array(2 * LARGEST_TEN + 1);

/** Makes 10^e for e between -LARGEST_TEN and LARGEST_TEN, from exact integers. */
export function loadTen(e: number): void {
  const index = e + LARGEST_TEN;
  if (e >= 0) {
    const exact = 10n ** BigInt(e);
    const high = Number(exact);
    tenHigh[index] = high;
    tenLow[index] = Number(exact - BigInt(high));
    return;
  }
  const high = Number(`1e${e}`);
  const ten = 10n ** BigInt(-e);
  // high = numerator / 2^960 exactly, since 1e-270 is above 2^-900; what is left is kept to 100 bits more
  const numerator = BigInt(high * 2 ** 480 * 2 ** 480);
  const scaled = (((1n << 960n) - numerator * ten) << 100n) / ten;
  tenHigh[index] = high;
  tenLow[index] = Number(scaled) * 2 ** -530 * 2 ** -530;
}
