/** More digits than this behind the point are a number's own, not a print's. */
const MOST_DECIMALS = 6;

/**
 * How many digits behind the decimal point the values were printed with, as far as they show it: the least number of
 * decimals that holds all of them. Nothing when they have more than six.
 */
function decimalsOf(data: Float64Array): number | undefined {
  let decimals = 0;
  let scale = 1;
  for (let i = 0; i < data.length; i++) {
    const x = data[i]!;
    if (!Number.isFinite(x)) continue;
    while (Math.abs(x * scale - Math.round(x * scale)) > 1e-9 * Math.max(1, Math.abs(x * scale))) {
      if (++decimals > MOST_DECIMALS) return undefined;
      scale = 10 ** decimals;
    }
  }
  return decimals;
}

/** Fewer digits than this say too little of a sum. */
const FEWEST_DECIMALS = 3;

/**
 * How far rounding to the printed decimals may move each value; 0 where the values show no such rounding, or one too
 * coarse to tell anything by.
 *
 * @param told the decimals of the source, where they are known
 */
export function printedHalf(data: Float64Array, told: number | undefined): number {
  const decimals = told ?? decimalsOf(data);
  return decimals === undefined || decimals < FEWEST_DECIMALS ? 0 : 0.5 * 10 ** -decimals;
}
