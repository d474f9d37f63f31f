/** `np.linspace` along one axis, for numbers. */
export function linspace(
  start: number,
  stop: number,
  count: number,
  endpoint: boolean,
): readonly [Float64Array, number] {
  const parts = endpoint ? count - 1 : count;
  const out = new Float64Array(count);
  const delta = stop - start;
  const step = parts > 0 ? delta / parts : NaN;
  for (let i = 0; i < count; i++)
    out[i] = (parts > 0 ? (step === 0 ? (i / parts) * delta : i * step) : i * delta) + start;
  if (endpoint && count > 1) out[count - 1] = stop;
  return [out, step];
}
