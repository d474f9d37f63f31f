const view = new DataView(new ArrayBuffer(8));

/** The exponent e of a finite x other than 0: 2^e <= |x| < 2^(e+1), subnormal numbers included. */
export function exponentOf(x: number): number {
  view.setFloat64(0, x);
  const field = (view.getUint16(0) >> 4) & 0x7ff;
  if (field > 0) return field - 1023;
  view.setFloat64(0, x * 2 ** 54);
  return ((view.getUint16(0) >> 4) & 0x7ff) - 1077;
}
