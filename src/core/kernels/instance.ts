import { EXP_TABLE, TAIL_ROW, TAIL_TABLE, TANH_SHRINK } from '../math/tables';
import { laneSums, type LaneSums } from '../math/laneSums';
import { CHUNK, MOST_ROWS } from './slot';

/** A kernel over n numbers at an address, in place; other than 0 where numbers are left to TypeScript. */
export type KernelFunction = (address: number, n: number, a: number, b: number, c: number, d?: number) => number;

export interface RowKernels {
  readonly rowMaximum: (address: number, n: number) => number;
  readonly rowPlace: (address: number, m: number) => number;
  readonly rowExponentials: (from: number, to: number, n: number, sums: number, m: number) => number;
  readonly rowScaledExponentials: (from: number, to: number, n: number, sums: number, m: number) => number;
  readonly setScale: (before: number, after: number, t: number) => void;
  readonly rowDivided: (address: number, n: number, sum: number) => void;
  readonly rowLess: (address: number, n: number, m: number, l: number) => void;
  readonly rowScaledLess: (address: number, n: number, m: number, l: number) => void;
}

export interface SummaryKernels {
  readonly count: (from: number, to: number, n: number, smallest: number) => void;
  readonly moments: (from: number, sums: number, n: number, down: number) => void;
  readonly distances: (from: number, sums: number, n: number, down: number, mean: number) => void;
}

interface DenseKernel {
  readonly dense: (x: number, w: number, bias: number, to: number, rows: number, count: number) => void;
}

interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  readonly [name: string]: unknown;
}

/** How many numbers a kernel of statistics leaves at most. */
const RESULTS = 24;

/** An instance of the module with its memory: one for each thread. */
export interface Kernels {
  /** the numbers that the kernels work on, at `address` in their memory, with 4 places behind them */
  readonly room: Float64Array;
  readonly address: number;
  kernel(name: string): KernelFunction;
  /** the kernels of rows, and where they keep their sums */
  readonly rows: RowKernels;
  readonly sums: LaneSums;
  readonly sumsAddress: number;
  /** the kernels of statistics, and where they leave their results */
  readonly summary: SummaryKernels;
  readonly results: Float64Array;
  readonly resultsAddress: number;
  /** all of the memory, for other layouts */
  readonly memory: Exports['memory'];
  /** four columns of a matrix, row after row, and the kernel of rows with them: it gives 4 results for each row */
  readonly panel: Float64Array;
  readonly dense: (rows: number, count: number) => Float64Array;
  /** which of the tables that are filled when needed are there */
  readonly filled: Set<string>;
  /** writes the rows of a table, each padded, where the module expects it */
  writeTable(place: string, table: Float64Array, row: number, padded: number): void;
}

export function instantiate({ exports }: { readonly exports: object }): Kernels {
  const module = exports as Exports;
  const { memory } = module;
  const addressOf = (name: string): number => (module[name] as { readonly value: number }).value;
  const address = addressOf('FREE');
  const sumsAddress = address + 8 * (CHUNK + 4);
  const resultsAddress = sumsAddress + 8 * laneSums().length;
  const panelAddress = resultsAddress + 8 * RESULTS;
  const productsAddress = panelAddress + 8 * 4 * CHUNK;
  const productRoom = new Float64Array(memory.buffer, productsAddress, 4 * MOST_ROWS);
  const { dense } = exports as DenseKernel;
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
    rows: exports as RowKernels,
    sums: new Float64Array(memory.buffer, sumsAddress, laneSums().length),
    sumsAddress,
    summary: exports as SummaryKernels,
    results: new Float64Array(memory.buffer, resultsAddress, RESULTS),
    resultsAddress,
    kernel: (name) => module[name] as KernelFunction,
    panel: new Float64Array(memory.buffer, panelAddress, 4 * CHUNK),
    dense: (rows, count) => {
      dense(address, panelAddress, resultsAddress, productsAddress, rows, count);
      return productRoom;
    },
    memory,
    filled: new Set<string>(),
    writeTable,
  };
}
