/** One way to do the work of a row, ready to run: everything that is not measured has been done. */
export interface Contender {
  readonly name: string;
  /** e.g. float32, where the others compute in float64 */
  readonly note?: string;
  /** what has to be set before this one runs, e.g. a library's backend */
  prepare?(): Promise<unknown>;
  run(): unknown;
  /** gives memory back that a garbage collector does not see */
  dispose?(): void;
}

/** One line of the comparison: the same work done by everyone, over several sizes. */
export interface Row {
  readonly id: string;
  /** what is counted, for the table's head */
  readonly unit: 'elements' | 'numbers';
  /** the contenders for one size; the first is ours, the second the plain loop that it must not fall behind */
  contenders(size: number): Promise<readonly Contender[]>;
}

/** Numbers from -8 to 8 in an order that branches cannot learn, the same in each run (a linear congruence). */
export function inputs(size: number): Float64Array {
  const numbers = new Float64Array(size);
  let state = 12345;
  for (let i = 0; i < size; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    numbers[i] = (state / 2 ** 32) * 16 - 8;
  }
  return numbers;
}
