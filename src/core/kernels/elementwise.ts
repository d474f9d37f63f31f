import type { Activation, Parameters } from '../activations/activation';
import { CHUNK, type Kernels } from './instance';
import { planOf, type Side } from './plans';
import { kernels } from './slot';

/** From this many numbers on a kernel is faster than the loop of the record, copies included. */
export const FEWEST = 48;

/** The values of an activation over `source` into `target` (same length, may be the same array), by the fastest way. */
export function valuesInto(activation: Activation, source: Float64Array, target: Float64Array, p: Parameters): void {
  if (!run(activation, 'value', source, target, p)) activation.valueInto(source, target, p);
}

/** The derivatives, likewise. */
export function derivativesInto(
  activation: Activation,
  source: Float64Array,
  target: Float64Array,
  p: Parameters,
): void {
  if (!run(activation, 'derivative', source, target, p)) activation.derivativeInto(source, target, p);
}

/** false: no kernel, or not worth it. */
function run(activation: Activation, side: Side, source: Float64Array, target: Float64Array, p: Parameters): boolean {
  if (source.length < FEWEST) return false;
  const plan = planOf(activation.id, side, p);
  const ready = plan && kernels();
  if (!ready) return false;
  plan.prepare?.(ready);
  const { low, high, a = 0, b = 0, c = 0 } = plan;
  const kernel = ready.kernel(plan.kernel);
  const { room, address } = ready;
  for (let i = 0; i < source.length; i += CHUNK) {
    const n = Math.min(CHUNK, source.length - i);
    room.set(source.subarray(i, i + n));
    // the kernel works on whole vectors
    room.fill(0, n, n + 4);
    const far = kernel(address, n, a, b, c) !== 0;
    if (far && mend(activation, side, source.subarray(i, i + n), room, p, low, high) > n / 2) {
      // most numbers are TypeScript's here, so it takes the next ones alone
      target.set(room.subarray(0, n), i);
      const end = Math.min(source.length, i + 9 * CHUNK);
      i += CHUNK;
      if (i >= end) break;
      if (side === 'value') activation.valueInto(source.subarray(i, end), target.subarray(i, end), p);
      else activation.derivativeInto(source.subarray(i, end), target.subarray(i, end), p);
      i = end - CHUNK;
      continue;
    }
    target.set(room.subarray(0, n), i);
  }
  return true;
}

/** Computes what lies outside the kernel's bounds; gives how many those are. */
function mend(
  activation: Activation,
  side: Side,
  source: Float64Array,
  room: Kernels['room'],
  p: Parameters,
  low: number,
  high: number,
): number {
  let count = 0;
  for (let i = 0; i < source.length; i++) {
    const x = source[i]!;
    if (x > low && x < high) continue;
    room[i] = side === 'value' ? activation.value(x, p) : activation.derivative(x, p);
    count++;
  }
  return count;
}
