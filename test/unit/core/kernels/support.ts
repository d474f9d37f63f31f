import { createRequire } from 'node:module';

const { buildKernels } = createRequire(import.meta.url)('../../../../scripts/kernels.cjs') as {
  buildKernels: () => Promise<Uint8Array>;
};

/** The module's bytes: compiled once, then kept in .cache. */
export const kernelBytes = (): Promise<Uint8Array> => buildKernels();

/** How many inputs each kernel gets: `npm run bits` asks for millions. */
export const inputCount = Number(process.env.KERNEL_INPUTS ?? 30_000);

/** A generator of numbers in [0, 1), the same in every run (Marsaglia's xorshift). */
export function random(seed: number): () => number {
  let state = (seed * 2654435761 + 1) >>> 0;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
}

const float = new Float64Array(1);
const bits = new BigInt64Array(float.buffer);

/** The double `steps` places above or below. */
export function beside(x: number, steps: number): number {
  float[0] = x;
  bits[0] = bits[0]! + BigInt(steps);
  return float[0];
}

/** Where kernels and references change their ways, and what is special. */
const turns = [
  ...[0, 1e-300, 1e-17, 1e-9, 1 / 128, 1 / 64, 1 / 32, 0.5, 1, 3, 6, 8, 20, 22, 36.7, 38.7, 40, 60],
  ...[380, 600, 650, 700, 708, 709.78, 745.13, 760, 800, 1e38, 2 ** 996, Number.MAX_VALUE],
  ...[5e-324, 2.2250738585072014e-308, 3.4e38, 65504, 448, 57344],
];

/**
 * Inputs of all magnitudes: both sides of every turn, random bit patterns (NaN and infinities among them), numbers of
 * ordinary size and of each power of two.
 */
export function inputs(count: number, seed = 1): Float64Array {
  const next = random(seed);
  const special = [NaN, Infinity, -Infinity, -0, 0];
  for (const turn of turns) {
    for (let steps = -2; steps <= 2; steps++) {
      const x = turn === 0 && steps < 0 ? 0 : beside(turn, steps);
      special.push(x, -x);
    }
  }
  const result = new Float64Array(Math.max(count, special.length));
  const words = new Uint32Array(result.buffer);
  result.set(special);
  for (let i = special.length; i < result.length; i++) {
    const kind = next();
    if (kind < 0.2) {
      words[2 * i] = next() * 2 ** 32;
      words[2 * i + 1] = next() * 2 ** 32;
    } else if (kind < 0.5) result[i] = (next() - 0.5) * 16 + (next() - 0.5) * 2 ** -20;
    else if (kind < 0.7) result[i] = (next() - 0.5) * 100 + (next() - 0.5) * 2 ** -20;
    else if (kind < 0.85) result[i] = (next() - 0.5) * 1700 + (next() - 0.5) * 2 ** -20;
    else result[i] = (next() - 0.5) * 2 ** Math.floor(next() * 90 - 75) * (1 + next() * 2 ** -30);
  }
  return result;
}

/** The first place where bits differ, NaN being NaN whatever its bits, and how many there are. */
export function difference(a: Float64Array, b: Float64Array): { readonly count: number; readonly first: number } {
  let [count, first] = [a.length === b.length ? 0 : 1, -1];
  for (let i = 0; i < a.length; i++) {
    if (Object.is(a[i], b[i])) continue;
    if (first < 0) first = i;
    count++;
  }
  return { count, first };
}
