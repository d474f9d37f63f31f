import { instantiate, type Kernels } from './instance';
import { webAssembly, type WasmModule } from './webAssembly';

/** The compiled kernels' bytes, or what gives them when they are first needed, or a module compiled elsewhere. */
export type KernelSource = Uint8Array | WasmModule | (() => Uint8Array);

let source: KernelSource | undefined;
let ready: Kernels | undefined;

/**
 * Puts WebAssembly kernels to use, which give the same bits as the TypeScript ones, faster. Nothing is compiled until
 * a first array is long enough for them; without WebAssembly or its 128-bit SIMD, TypeScript computes as before.
 *
 * @param kernels `undefined` goes back to TypeScript
 */
export function useKernels(kernels: KernelSource | undefined): void {
  source = kernels;
  ready = undefined;
}

/** The kernels, compiled at the first call. */
export function kernels(): Kernels | undefined {
  if (source !== undefined && ready === undefined) start(source);
  return ready;
}

function start(given: KernelSource): void {
  const api = webAssembly();
  try {
    const bytes = typeof given === 'function' ? given() : given;
    if (api) ready = instantiate(new api.Instance(bytes instanceof Uint8Array ? new api.Module(bytes) : bytes));
  } catch {
    // an engine without SIMD, or a page that forbids compiling
  }
  if (ready === undefined) source = undefined;
}
