/** The compiled kernels in base 64: put there by the build. */
declare module 'kernels.wasm' {
  const text: string;
  export default text;
}
