import { dtypes, type DType } from '../array/numericArray';
import { formatOf, formats, type Format } from './formats';

const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);
float[0] = 1;
/** which half of `words` holds sign and exponent: 1 on little-endian machines */
const HIGH = words[1] === 0x3ff00000 ? 1 : 0;
const LOW = 1 - HIGH;

/**
 * Rounds once, nearest, ties to even, for formats narrower than float32. Adding 1.5 * 2^52 units of the format's
 * last place pushes everything below that place off the end of a float64, whose own adder rounds as IEEE 754 says;
 * subtracting brings the rest back exactly.
 */
function narrowRounder({ fractionBits, minExponent, max, hasInfinity }: Format): (x: number) => number {
  const smallest = (minExponent + 1023) << 20;
  const shift = (52 - fractionBits) << 20;
  const overflow = hasInfinity ? Infinity : NaN;
  return (x) => {
    if (!(x < 2 * max && x > -2 * max)) return x > 0 ? overflow : -overflow * (x < 0 ? 1 : NaN);
    float[0] = x;
    const exponent = words[HIGH]! & 0x7ff00000;
    words[HIGH] = ((exponent < smallest ? smallest : exponent) + shift) | 0x80000;
    words[LOW] = 0;
    const magic = float[0];
    const rounded = x + magic - magic;
    if (rounded === 0) return x < 0 ? -0 : x * 0;
    if (rounded > max) return overflow;
    return rounded < -max ? -overflow : rounded;
  };
}

function rounder(format: Format): (x: number) => number {
  if (format.dtype === 'float64') return (x) => x;
  if (format.dtype === 'float32') return Math.fround;
  return narrowRounder(format);
}

const rounders = new Map<DType, (x: number) => number>(dtypes.map((dtype) => [dtype, rounder(formats[dtype])]));

/**
 * The rounding of a dtype as a function, for loops.
 *
 * @throws RangeError for an unknown dtype
 */
export function rounderOf(dtype: DType, who = 'rounderOf'): (x: number) => number {
  return rounders.get(formatOf(who, dtype).dtype)!;
}

/**
 * Rounds a float64 once to the nearest number of a dtype, ties to even, subnormals included; -0 keeps its sign.
 * Beyond the largest number comes an infinity, in float8_e4m3fn NaN (which has no infinity). Nothing is rounded
 * twice: going through float32, as some casts do, gives another result in rare cases.
 *
 * @throws RangeError for an unknown dtype
 * @example roundTo('bfloat16', 257) // 256
 */
export function roundTo(dtype: DType, x: number): number {
  return rounderOf(dtype, 'roundTo')(x);
}
