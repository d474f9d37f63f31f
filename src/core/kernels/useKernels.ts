import { instantiate } from './instance';
import { runActivation } from './runActivation';
import { runProducts } from './runProducts';
import { runRounding } from './runRounding';
import { runDivision, runExponentials, runLess, runMaximum } from './runRows';
import { runCount, runDistances, runMoments } from './runSummary';
import { setEngine, type Engine } from './slot';
import { webAssembly, type WasmModule } from './webAssembly';

/** The compiled kernels' bytes, or what gives them when they are first needed, or a module compiled elsewhere. */
export type KernelSource = Uint8Array | WasmModule | (() => Uint8Array);

/**
 * Puts WebAssembly kernels to use, which give the same bits as the TypeScript ones, faster. Nothing is compiled until
 * a first array is long enough for them; without WebAssembly or its 128-bit SIMD, TypeScript computes as before. Each
 * thread has an instance of its own.
 *
 * @param source `undefined` goes back to TypeScript
 */
export function useKernels(source: KernelSource | undefined): void {
  setEngine(source && (() => start(source)));
}

function start(source: KernelSource): Engine | undefined {
  const api = webAssembly();
  if (!api) return undefined;
  try {
    const given = typeof source === 'function' ? source() : source;
    const kernels = instantiate(new api.Instance(given instanceof Uint8Array ? new api.Module(given) : given));
    return {
      activation: (...call) => runActivation(kernels, ...call),
      round: (...call) => runRounding(kernels, ...call),
      maximum: (...call) => runMaximum(kernels, ...call),
      exponentials: (...call) => runExponentials(kernels, ...call),
      divide: (...call) => runDivision(kernels, ...call),
      less: (...call) => runLess(kernels, ...call),
      products: (...call) => runProducts(kernels, ...call),
      count: (...call) => runCount(kernels, ...call),
      moments: (...call) => runMoments(kernels, ...call),
      distances: (...call) => runDistances(kernels, ...call),
    };
  } catch {
    // an engine without SIMD, or a page that forbids compiling
    return undefined;
  }
}
