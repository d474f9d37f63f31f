import type { NumericArray } from '../array/numericArray';

export interface RankedNumber {
  /** flat index */
  readonly index: number;
  readonly value: number;
}

/**
 * The k largest numbers of an array, largest first, of equal ones the earlier first; NaN is passed over. Fewer than k
 * where there are not as many. Costs n log k at most: a heap of the k best so far.
 *
 * @throws RangeError unless k is a whole number from 0 on
 * @example topK(numericArray([3, 9, 5]), 2) // [{ index: 1, value: 9 }, { index: 2, value: 5 }]
 */
export function topK({ data }: NumericArray, k: number): RankedNumber[] {
  if (!Number.isInteger(k) || k < 0) throw new RangeError(`topK requires a whole number k from 0 on, got ${k}`);
  /** indices, the worst of the best at the root */
  const heap: number[] = [];
  const worse = (i: number, j: number): boolean => data[i]! < data[j]! || (data[i] === data[j] && i > j);
  const swap = (a: number, b: number): void => {
    const held = heap[a]!;
    heap[a] = heap[b]!;
    heap[b] = held;
  };
  for (let i = 0; i < data.length && k > 0; i++) {
    if (Number.isNaN(data[i])) continue;
    if (heap.length < k) {
      heap.push(i);
      for (let c = heap.length - 1; c > 0 && worse(heap[c]!, heap[(c - 1) >> 1]!); c = (c - 1) >> 1)
        swap(c, (c - 1) >> 1);
      continue;
    }
    if (!(data[i]! > data[heap[0]!]!)) continue;
    heap[0] = i;
    for (let p = 0; ;) {
      let least = p;
      for (const c of [2 * p + 1, 2 * p + 2]) if (c < heap.length && worse(heap[c]!, heap[least]!)) least = c;
      if (least === p) break;
      swap(p, least);
      p = least;
    }
  }
  return heap.sort((i, j) => (worse(j, i) ? -1 : 1)).map((index) => ({ index, value: data[index]! }));
}
