import type { Value } from '../value';
import type { Runtime } from '../runtime/runtime';

/** A sorted copy, stable, as `sorted` makes it. @throws PyError TypeError for values that have no order */
export function sortValues(
  items: readonly Value[],
  key: Value | undefined,
  reverse: Value | undefined,
  runtime: Runtime,
): Value[] {
  runtime.spend(items.length * 8);
  const keyed = items.map((item, i) => ({
    item,
    i,
    key: key === undefined || key === null ? item : runtime.call(key, [item]),
  }));
  const less = (a: Value, b: Value): boolean => runtime.truth(runtime.compare('<', a, b));
  const sign = reverse !== undefined && runtime.truth(reverse) ? -1 : 1;
  keyed.sort((a, b) => {
    if (less(a.key, b.key)) return -sign;
    if (less(b.key, a.key)) return sign;
    return a.i - b.i;
  });
  return keyed.map((one) => one.item);
}
