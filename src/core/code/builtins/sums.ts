import { PyError, type Value } from '../value';
import type { Runtime } from '../runtime/runtime';

/**
 * `sum` as Python has it since 3.12: floats are added with Neumaier's compensation.
 *
 * @throws PyError TypeError
 */
export function sumOf(items: Iterable<Value>, start: Value, runtime: Runtime): Value {
  let total = start;
  const iterator = items[Symbol.iterator]();
  let step = iterator.next();
  while (step.done !== true) {
    const item: Value = step.value;
    if (typeof total === 'number' && (typeof item === 'number' || typeof item === 'bigint')) {
      let high = total;
      let low = 0;
      let plain = false;
      while (step.done !== true) {
        const next: Value = step.value;
        if (typeof next !== 'number' && typeof next !== 'bigint' && typeof next !== 'boolean') {
          plain = true;
          break;
        }
        runtime.spend(1);
        const x = Number(next);
        const sum = high + x;
        if (typeof next === 'number') {
          low += Math.abs(high) >= Math.abs(x) ? high - sum + x : x - sum + high;
        }
        high = sum;
        step = iterator.next();
      }
      total = low !== 0 && Number.isFinite(low) ? high + low : high;
      if (!plain) return total;
      continue;
    }
    if (typeof item === 'string' && typeof total === 'bigint') {
      throw new PyError('TypeError', "unsupported operand type(s) for +: 'int' and 'str'");
    }
    runtime.spend(1);
    total = runtime.binary('+', total, item);
    step = iterator.next();
  }
  return total;
}
