import { EXP_TABLE, TAIL_ROW, TAIL_TABLE, TANH_SHRINK } from '../math/tables';

/** A kernel over n numbers at an address, in place; other than 0 where numbers are left to TypeScript. */
export type KernelFunction = (address: number, n: number, a: number, b: number, c: number, d?: number) => number;

interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  readonly [name: string]: unknown;
}

/** How many numbers are worked on at once: 32 kB, which stay near the processor from copying in to copying out. */
export const CHUNK = 4096;

/** An instance of the module with its memory: one for each thread. */
export interface Kernels {
  /** the numbers that the kernels work on, at `address` in their memory, with 4 places behind them */
  readonly room: Float64Array;
  readonly address: number;
  kernel(name: string): KernelFunction;
  /** all of the memory, for other layouts */
  readonly memory: Exports['memory'];
  /** writes the rows of a table, each padded, where the module expects it */
  writeTable(place: string, table: Float64Array, row: number, padded: number): void;
}

export function instantiate({ exports }: { readonly exports: object }): Kernels {
  const module = exports as Exports;
  const { memory } = module;
  const addressOf = (name: string): number => (module[name] as { readonly value: number }).value;
  const address = addressOf('FREE');
  const writeTable = (place: string, table: Float64Array, row: number, padded: number): void => {
    const target = new Float64Array(memory.buffer, addressOf(place));
    for (let from = 0, to = 0; from < table.length; from += row, to += padded) {
      target.set(table.subarray(from, from + row), to);
    }
  };
  writeTable('EXP', EXP_TABLE, EXP_TABLE.length, EXP_TABLE.length);
  writeTable('SHRINK', TANH_SHRINK, TANH_SHRINK.length, TANH_SHRINK.length);
  writeTable('TAIL', TAIL_TABLE, TAIL_ROW, TAIL_ROW + 1);
  return {
    room: new Float64Array(memory.buffer, address, CHUNK + 4),
    address,
    kernel: (name) => module[name] as KernelFunction,
    memory,
    writeTable,
  };
}
