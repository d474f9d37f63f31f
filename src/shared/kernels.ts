import text from 'kernels.wasm';
import { useKernels } from '../core/kernels/useKernels';

/** Puts core's WebAssembly kernels to use in this thread. They are decoded and compiled when they are first needed. */
export function startKernels(): void {
  useKernels(kernelBytes);
}

function kernelBytes(): Uint8Array {
  // hosts, threads and webviews have it, though the hosts' types do not
  const { atob } = globalThis as unknown as { atob: (text: string) => string };
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
