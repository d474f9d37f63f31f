/** Remembers the last result: computed again only when an input is another one. */
export function memo<const Inputs extends readonly unknown[], Result>(
  compute: (...inputs: Inputs) => Result,
): (...inputs: Inputs) => Result {
  let last: { readonly inputs: Inputs; readonly result: Result } | undefined;
  return (...inputs) => {
    if (last?.inputs.every((input, i) => Object.is(input, inputs[i])) !== true)
      last = { inputs, result: compute(...inputs) };
    return last.result;
  };
}
