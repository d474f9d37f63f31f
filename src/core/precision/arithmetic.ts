import type { DType } from '../array/numericArray';

/**
 * The elementary operations over which a textbook formula is written. One formula text serves every dtype: the
 * arithmetic of a narrow dtype rounds the result of each operation, as code written in that type would.
 */
export interface Arithmetic {
  readonly dtype: DType;
  /** a constant of the formula, rounded to the dtype */
  constant(x: number): number;
  add(a: number, b: number): number;
  sub(a: number, b: number): number;
  mul(a: number, b: number): number;
  div(a: number, b: number): number;
  neg(a: number): number;
  abs(a: number): number;
  max(a: number, b: number): number;
  min(a: number, b: number): number;
  exp(a: number): number;
  log(a: number): number;
  sqrt(a: number): number;
  tanh(a: number): number;
  erf(a: number): number;
}
