/** The formulas as everyone writes them in a loop: what a fast function must not fall behind, however exact it is. */
export const formulas = {
  exp: (source: Float64Array, target: Float64Array) => {
    for (let i = 0; i < source.length; i++) target[i] = Math.exp(source[i]!);
  },
  sigmoid: (source: Float64Array, target: Float64Array) => {
    for (let i = 0; i < source.length; i++) target[i] = 1 / (1 + Math.exp(-source[i]!));
  },
  tanh: (source: Float64Array, target: Float64Array) => {
    for (let i = 0; i < source.length; i++) target[i] = Math.tanh(source[i]!);
  },
  gelu: (source: Float64Array, target: Float64Array) => {
    for (let i = 0; i < source.length; i++) {
      const x = source[i]!;
      target[i] = 0.5 * x * (1 + roughErf(x * Math.SQRT1_2));
    }
  },
  geluTanh: (source: Float64Array, target: Float64Array) => {
    const scale = Math.sqrt(2 / Math.PI);
    for (let i = 0; i < source.length; i++) {
      const x = source[i]!;
      target[i] = 0.5 * x * (1 + Math.tanh(scale * (x + 0.044715 * x * x * x)));
    }
  },
  softplus: (source: Float64Array, target: Float64Array) => {
    for (let i = 0; i < source.length; i++) target[i] = Math.log(1 + Math.exp(source[i]!));
  },
  relu: (source: Float64Array, target: Float64Array) => {
    for (let i = 0; i < source.length; i++) {
      const x = source[i]!;
      target[i] = x > 0 ? x : 0;
    }
  },
  softmax: (source: Float64Array, target: Float64Array) => {
    for (let row = 0; row < source.length; row += 1000) {
      let max = -Infinity;
      for (let i = row; i < row + 1000; i++) max = Math.max(max, source[i]!);
      let sum = 0;
      for (let i = row; i < row + 1000; i++) sum += target[i] = Math.exp(source[i]! - max);
      for (let i = row; i < row + 1000; i++) target[i]! /= sum;
    }
  },
} as const;

export type FormulaId = keyof typeof formulas;

/** Abramowitz and Stegun 7.1.26, absolute error 1.5e-7: the erf that JavaScript code usually carries with it. */
function roughErf(x: number): number {
  const t = 1 / (1 + 0.3275911 * Math.abs(x));
  const tail = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  const size = 1 - tail * Math.exp(-x * x);
  return x < 0 ? -size : size;
}
