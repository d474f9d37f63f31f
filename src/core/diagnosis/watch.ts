import type { Arithmetic } from '../precision/arithmetic';

/** How a NaN or an infinity comes to be. */
export type Cause =
  'overflow' | 'inf - inf' | '0 / 0' | 'inf / inf' | '0 * inf' | 'log 0' | 'log of a negative' | 'x / 0';

/** The first operation of a formula that turned ordinary numbers into a NaN or an infinity. */
export interface Step {
  readonly operation: keyof Omit<Arithmetic, 'dtype'>;
  readonly operands: readonly number[];
  readonly result: number;
  readonly cause: Cause;
}

function causeOf(operation: Step['operation'], operands: readonly number[], result: number): Cause | undefined {
  if (Number.isFinite(result) || operands.some(Number.isNaN)) return undefined;
  const [a = 0, b = 0] = operands;
  if (operation === 'log') return a === 0 ? 'log 0' : a < 0 ? 'log of a negative' : undefined;
  if (operation === 'div' && b === 0) return a === 0 ? '0 / 0' : Number.isFinite(a) ? 'x / 0' : undefined;
  if (Number.isNaN(result)) return operation === 'div' ? 'inf / inf' : operation === 'mul' ? '0 * inf' : 'inf - inf';
  return operands.every(Number.isFinite) ? 'overflow' : undefined;
}

/**
 * An arithmetic that computes as `inner` does and remembers each step that makes a NaN or an infinity out of operands
 * that are none (or out of infinities, for inf - inf). `steps` is in the order of computing.
 */
export function watch(inner: Arithmetic): { readonly arithmetic: Arithmetic; readonly steps: Step[] } {
  const steps: Step[] = [];
  const noted = (operation: Step['operation'], operands: readonly number[], result: number): number => {
    const cause = causeOf(operation, operands, result);
    if (cause !== undefined) steps.push({ operation, operands, result, cause });
    return result;
  };
  const unary = (operation: 'neg' | 'abs' | 'exp' | 'log' | 'sqrt' | 'tanh' | 'erf' | 'constant') => (a: number) =>
    noted(operation, [a], inner[operation](a));
  const binary = (operation: 'add' | 'sub' | 'mul' | 'div' | 'max' | 'min') => (a: number, b: number) =>
    noted(operation, [a, b], inner[operation](a, b));
  const arithmetic: Arithmetic = {
    dtype: inner.dtype,
    constant: unary('constant'),
    add: binary('add'),
    sub: binary('sub'),
    mul: binary('mul'),
    div: binary('div'),
    max: binary('max'),
    min: binary('min'),
    neg: unary('neg'),
    abs: unary('abs'),
    exp: unary('exp'),
    log: unary('log'),
    sqrt: unary('sqrt'),
    tanh: unary('tanh'),
    erf: unary('erf'),
  };
  return { arithmetic, steps };
}
