import { formats } from '../precision/formats';
import type { DType } from '../array/numericArray';
import type { Kernels } from './instance';
import { CHUNK } from './slot';

/** Rounds every number of `source` to a dtype, into `target`. */
export function runRounding(kernels: Kernels, dtype: DType, source: Float64Array, target: Float64Array): void {
  const { minExponent, fractionBits, max, hasInfinity } = formats[dtype];
  const kernel = kernels.kernel(dtype === 'float32' ? 'roundToFloat32' : 'roundToNarrow');
  const { room, address } = kernels;
  for (let i = 0; i < source.length; i += CHUNK) {
    const n = Math.min(CHUNK, source.length - i);
    room.set(source.subarray(i, i + n));
    kernel(address, n, minExponent, fractionBits, max, hasInfinity ? Infinity : NaN);
    target.set(room.subarray(0, n), i);
  }
}
