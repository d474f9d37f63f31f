import { exp } from '../../math/exp';
import { log1p } from '../../math/log';
import type { BitSource } from './bits';
import {
  EXPONENTIAL_ENDS,
  EXPONENTIAL_HEIGHTS,
  EXPONENTIAL_INSIDE,
  EXPONENTIAL_TAIL,
  NORMAL_ENDS,
  NORMAL_HEIGHTS,
  NORMAL_INSIDE,
  NORMAL_INSIDE_SINGLE,
  NORMAL_TAIL,
} from './zigguratTables';

/**
 * Normal and exponential numbers as NumPy's Generator draws them: a point under a staircase of 256 layers, nearly
 * always accepted at once.
 *
 * Source: Marsaglia and Tsang, "The ziggurat method for generating random variables", J. Stat. Soft. 5(8), 2000.
 */
const UNIT_52 = 2 ** -52;
const UNIT_53 = 2 ** -53;

/** A number of the standard normal distribution. */
export function zigguratNormal(bits: BitSource): number {
  for (;;) {
    const drawn = bits.next64();
    const layer = Number(drawn & 0xffn);
    const sign = drawn & 0x100n ? -1 : 1;
    const part = Number((drawn >> 9n) & 0xfffffffffffffn);
    const x = sign * (part * (NORMAL_ENDS[layer]! * UNIT_52));
    if (part < NORMAL_INSIDE[layer]!) return x;
    if (layer === 0) {
      const far = normalTail(bits);
      // the sign of the tail is a bit of the same draw
      return (drawn >> 17n) & 1n ? -far : far;
    }
    if (inStep(NORMAL_HEIGHTS, layer, bits.nextDouble(), exp(-0.5 * x * x))) return x;
  }
}

function normalTail(bits: BitSource): number {
  for (;;) {
    const x = -(1 / NORMAL_TAIL) * log1p(-bits.nextDouble());
    const y = -log1p(-bits.nextDouble());
    if (y + y > x * x) return NORMAL_TAIL + x;
  }
}

/** The same in single precision, from 32 bits a draw. */
export function zigguratNormalSingle(bits: BitSource): number {
  const uniform = () => Math.fround((bits.next32() >>> 8) * 2 ** -24);
  for (;;) {
    const drawn = bits.next32();
    const layer = drawn & 0xff;
    const sign = drawn & 0x100 ? -1 : 1;
    const part = (drawn >>> 9) & 0x7fffff;
    const x = sign * Math.fround(part * Math.fround(NORMAL_ENDS[layer]! * 2 ** -23));
    if (part < NORMAL_INSIDE_SINGLE[layer]!) return x;
    if (layer === 0) {
      for (;;) {
        const tail = Math.fround(NORMAL_TAIL);
        const further = Math.fround(-Math.fround(1 / NORMAL_TAIL) * Math.fround(log1p(-uniform())));
        const y = -Math.fround(log1p(-uniform()));
        if (Math.fround(y + y) > Math.fround(further * further)) {
          const far = Math.fround(tail + further);
          return (drawn >>> 17) & 1 ? -far : far;
        }
      }
    }
    const above = Math.fround(NORMAL_HEIGHTS[layer - 1]!);
    const below = Math.fround(NORMAL_HEIGHTS[layer]!);
    const y = Math.fround(Math.fround(Math.fround(above - below) * uniform()) + below);
    if (y < Math.fround(exp(-0.5 * x * x))) return x;
  }
}

/** A number of the exponential distribution with mean 1. */
export function zigguratExponential(bits: BitSource): number {
  for (;;) {
    const drawn = bits.next64() >> 3n;
    const layer = Number(drawn & 0xffn);
    const part = Number(drawn >> 8n);
    const x = part * (EXPONENTIAL_ENDS[layer]! * UNIT_53);
    if (part < EXPONENTIAL_INSIDE[layer]!) return x;
    if (layer === 0) return EXPONENTIAL_TAIL - log1p(-bits.nextDouble());
    if (inStep(EXPONENTIAL_HEIGHTS, layer, bits.nextDouble(), exp(-x))) return x;
  }
}

/** Whether a point of the layer's step, at this share of its height, lies under the density. */
function inStep(heights: Float64Array, layer: number, share: number, density: number): boolean {
  return (heights[layer - 1]! - heights[layer]!) * share + heights[layer]! < density;
}
