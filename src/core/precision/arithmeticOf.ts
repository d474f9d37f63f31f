import { dtypes, type DType } from '../array/numericArray';
import { exp } from '../math/exp';
import { tanh } from '../math/tanh';
import type { Arithmetic } from './arithmetic';
import { erf } from './erf';
import { formatOf } from './formats';
import { rounderOf } from './roundTo';

const float64: Arithmetic = {
  dtype: 'float64',
  constant: (x) => x,
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  neg: (a) => -a,
  abs: Math.abs,
  max: (a, b) => Math.max(a, b),
  min: (a, b) => Math.min(a, b),
  exp,
  log: Math.log,
  sqrt: Math.sqrt,
  tanh,
  erf,
};

/**
 * An arithmetic that rounds the result of each operation. The operands are numbers of the dtype, so float64 holds
 * every sum, product, quotient and root with more than twice the dtype's bits, and rounding its result again gives
 * the same as one rounding of the exact one (Figueroa, "When is double rounding innocuous?", 1995).
 */
function rounding(dtype: DType): Arithmetic {
  const round = rounderOf(dtype);
  return {
    dtype,
    constant: round,
    add: (a, b) => round(a + b),
    sub: (a, b) => round(a - b),
    mul: (a, b) => round(a * b),
    div: (a, b) => round(a / b),
    neg: (a) => -a,
    abs: Math.abs,
    max: (a, b) => Math.max(a, b),
    min: (a, b) => Math.min(a, b),
    exp: (a) => round(exp(a)),
    log: (a) => round(Math.log(a)),
    sqrt: (a) => round(Math.sqrt(a)),
    tanh: (a) => round(tanh(a)),
    erf: (a) => round(erf(a)),
  };
}

const arithmetics = new Map<DType, Arithmetic>(
  dtypes.map((dtype) => [dtype, dtype === 'float64' ? float64 : rounding(dtype)]),
);

/**
 * The arithmetic of a dtype: what code written in that type does, overflow and underflow included. Operands must be
 * numbers of the dtype: bring them in with `constant`.
 *
 * @throws RangeError for an unknown dtype
 * @example arithmeticOf('float16').exp(12) // Infinity
 */
export function arithmeticOf(dtype: DType): Arithmetic {
  return arithmetics.get(formatOf('arithmeticOf', dtype).dtype)!;
}
