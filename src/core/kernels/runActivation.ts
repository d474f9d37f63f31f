import type { Activation, Parameters } from '../activations/activation';
import { geluDip } from '../math/gelu';
import { geluTanhDip } from '../math/geluTanh';
import { logarithmTable } from '../math/smooth';
import type { Kernels } from './instance';
import { planOf, type Table } from './plans';
import { CHUNK, type Side } from './slot';

/** How many chunks TypeScript takes alone after one in which most numbers were its own. */
const REST = 8;

/** An activation's values or derivatives, chunk by chunk; false where there is no kernel for it. */
export function runActivation(
  kernels: Kernels,
  activation: Activation,
  side: Side,
  source: Float64Array,
  target: Float64Array,
  p: Parameters,
): boolean {
  const plan = planOf(activation.id, side, p);
  if (!plan || source.length < plan.least) return false;
  const { low, high, a, b, c, table } = plan;
  if (table !== undefined && !kernels.filled.has(table)) fill(kernels, table);
  const kernel = kernels.kernel(plan.kernel);
  const { room, address } = kernels;
  for (let i = 0; i < source.length; ) {
    const n = Math.min(CHUNK, source.length - i);
    room.set(n === source.length ? source : source.subarray(i, i + n));
    // the kernel works on whole vectors
    if ((n & 3) !== 0) room.fill(0, n, n + 3);
    const left = kernel(address, n, a, b, c) === 0 ? 0 : mend(activation, side, source, i, n, room, p, low, high);
    target.set(room.subarray(0, n), i);
    i += n;
    if (left <= n / 2) continue;
    const end = Math.min(source.length, i + REST * CHUNK);
    if (side === 'value') activation.valueInto(source.subarray(i, end), target.subarray(i, end), p);
    else activation.derivativeInto(source.subarray(i, end), target.subarray(i, end), p);
    i = end;
  }
  return true;
}

function fill(kernels: Kernels, table: Table): void {
  if (table === 'LOG1P') kernels.writeTable(table, logarithmTable(), 9, 10);
  else kernels.writeTable(table, table === 'GELU_DIP' ? geluDip() : geluTanhDip(), 16, 16);
  kernels.filled.add(table);
}

/** Computes what lies outside the kernel's bounds; gives how many those are. */
function mend(
  activation: Activation,
  side: Side,
  source: Float64Array,
  from: number,
  n: number,
  room: Float64Array,
  p: Parameters,
  low: number,
  high: number,
): number {
  let count = 0;
  for (let i = 0; i < n; i++) {
    const x = source[from + i]!;
    if (x > low && x < high) continue;
    room[i] = side === 'value' ? activation.value(x, p) : activation.derivative(x, p);
    count++;
  }
  return count;
}
