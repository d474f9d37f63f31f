/**
 * The order in which a table shows its rows: indices sorted by value, NaN last in both directions, equal values in
 * the array's own order.
 *
 * @example sortOrder(Float64Array.of(3, NaN, 1), 'ascending') // [2, 0, 1]
 */
export function sortOrder(values: Float64Array, direction: 'ascending' | 'descending'): Uint32Array {
  const order = new Uint32Array(values.length);
  let numbers = 0;
  let last = values.length;
  for (let i = 0; i < values.length; i++) if (values[i] === values[i]) order[numbers++] = i;
  for (let i = values.length - 1; i >= 0; i--) if (values[i] !== values[i]) order[--last] = i;
  const sign = direction === 'ascending' ? 1 : -1;
  order.subarray(0, numbers).sort((a, b) => {
    const first = values[a]!;
    const second = values[b]!;
    return first === second ? a - b : first < second ? -sign : sign;
  });
  return order;
}
