import type { DType } from '../array/numericArray';
import type { Arithmetic } from '../precision/arithmetic';
import { arithmeticOf } from '../precision/arithmeticOf';
import { exponentOf } from '../precision/exponentOf';
import { formats } from '../precision/formats';
import { roundInto } from '../precision/roundInto';
import type { Activation, Parameters } from './activation';

/** From this many numbers on results are looked up in dtypes that have few numbers. */
const MANY = 4096;

const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);
float[0] = 1;
/** which half of `words` holds sign and exponent: 1 on little-endian machines */
const HIGH = words[1] === 0x3ff00000 ? 1 : 0;

/**
 * The textbook formula in a dtype, every operation rounded. A dtype of 16 bits has 65536 numbers at most, so no number
 * is computed twice: results are kept by sign, exponent and fraction.
 */
export function stepwiseInto(
  activation: Activation,
  source: Float64Array,
  target: Float64Array,
  p: Parameters,
  dtype: DType,
): void {
  roundInto(dtype, source, target, 'evaluate');
  const m = arithmeticOf(dtype);
  if (formats[dtype].bits <= 16 && source.length >= MANY) lookUp(activation, target, p, m);
  else for (let i = 0; i < target.length; i++) target[i] = activation.textbook(target[i]!, p, m);
}

function lookUp(activation: Activation, target: Float64Array, p: Parameters, m: Arithmetic): void {
  const { fractionBits, minExponent, max } = formats[m.dtype];
  const shift = 20 - fractionBits;
  const first = (minExponent - fractionBits + 1023) << fractionBits;
  // numbers from the smallest subnormal to the largest, before them 0 and behind them infinity
  const size = ((exponentOf(max) + 1024) << fractionBits) - first + 2;
  const known = new Float64Array(2 * size).fill(NaN);
  for (let i = 0; i < target.length; i++) {
    const x = target[i]!;
    float[0] = x;
    const word = words[HIGH]!;
    const code = ((word & 0x7fffffff) >>> shift) - first + 1;
    const place = Math.max(0, Math.min(code, size - 1)) + (word >>> 31) * size;
    let y = known[place]!;
    if (y !== y || x !== x) {
      y = activation.textbook(x, p, m);
      known[place] = y;
    }
    target[i] = y;
  }
}
