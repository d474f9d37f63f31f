/**
 * The little of WebAssembly that the kernels need, as the language's globals have it; absent where an engine has none.
 * Declared here because core knows neither the DOM nor Node, whose types bring it along.
 */
export interface WasmModule {
  readonly [Symbol.toStringTag]?: string;
}

interface WebAssemblyApi {
  readonly Module: new (bytes: Uint8Array) => WasmModule;
  readonly Instance: new (module: WasmModule) => { readonly exports: object };
  validate(bytes: Uint8Array): boolean;
}

export function webAssembly(): WebAssemblyApi | undefined {
  return (globalThis as { readonly WebAssembly?: WebAssemblyApi }).WebAssembly;
}
