import { PyError } from '../value';

/** `//` of Python: towards minus infinity. */
export function floorDivideInt(a: bigint, b: bigint): bigint {
  if (b === 0n) throw new PyError('ZeroDivisionError', 'integer division or modulo by zero');
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

/** `%` of Python: the sign of the divisor. */
export function moduloInt(a: bigint, b: bigint): bigint {
  if (b === 0n) throw new PyError('ZeroDivisionError', 'integer modulo by zero');
  const rest = a % b;
  return rest !== 0n && rest < 0n !== b < 0n ? rest + b : rest;
}

/** `//` of floats: the whole multiples that `%` leaves, so that `a == (a // b) * b + a % b` as nearly as can be. */
export function floorDivideFloat(a: number, b: number): number {
  if (b === 0) throw new PyError('ZeroDivisionError', 'float floor division by zero');
  return divmodFloat(a, b)[0];
}

export function moduloFloat(a: number, b: number): number {
  if (b === 0) throw new PyError('ZeroDivisionError', 'float modulo');
  return divmodFloat(a, b)[1];
}

function divmodFloat(a: number, b: number): readonly [number, number] {
  let rest = a % b;
  let quotient = (a - rest) / b;
  if (rest !== 0) {
    if (b < 0 !== rest < 0) {
      rest += b;
      quotient -= 1;
    }
  } else rest = b < 0 ? -0 : 0;
  if (quotient === 0) return [a / b < 0 || Object.is(a / b, -0) ? -0 : 0, rest];
  let whole = Math.floor(quotient);
  if (quotient - whole > 0.5) whole += 1;
  return [whole, rest];
}

const SAFE = BigInt(Number.MAX_SAFE_INTEGER);

/** `/` of ints, rounded once, however large they are. */
export function divideInt(a: bigint, b: bigint): number {
  if (b === 0n) throw new PyError('ZeroDivisionError', 'division by zero');
  if (a <= SAFE && a >= -SAFE && b <= SAFE && b >= -SAFE) return Number(a) / Number(b);
  const negative = a < 0n !== b < 0n;
  const size = a < 0n ? -a : a;
  const divisor = b < 0n ? -b : b;
  // 66 bits or more of the quotient, the last of them set when something is left: Number() rounds that rightly
  const shift = Math.max(0, 66 - (bitLength(size) - bitLength(divisor)));
  const scaled = size << BigInt(shift);
  let quotient = scaled / divisor;
  if (scaled % divisor !== 0n) quotient |= 1n;
  const value = Number(quotient) / 2 ** Math.min(shift, 1000) / 2 ** Math.max(0, shift - 1000);
  if (!Number.isFinite(value)) throw new PyError('OverflowError', 'integer division result too large for a float');
  return negative ? -value : value;
}

export function bitLength(size: bigint): number {
  return size === 0n ? 0 : size.toString(2).length;
}

/** int to float. @throws PyError OverflowError past 1.8e308 */
export function toFloat(value: bigint): number {
  const float = Number(value);
  if (!Number.isFinite(float)) throw new PyError('OverflowError', 'int too large to convert to float');
  return float;
}

/** `a ** b` of floats, with the errors of Python. */
export function powerFloat(a: number, b: number): number {
  if (a === 0 && b < 0) throw new PyError('ZeroDivisionError', '0.0 cannot be raised to a negative power');
  if (a === 1 || b === 0) return 1;
  if (a === -1 && !Number.isFinite(b) && !Number.isNaN(b)) return 1;
  const value = b === 2 ? a * a : b === 0.5 && a >= 0 ? Math.sqrt(a) : a ** b;
  if (!Number.isFinite(value) && Number.isFinite(a) && Number.isFinite(b)) {
    throw new PyError('OverflowError', "(34, 'Numerical result out of range')");
  }
  return value;
}

/** `a ** b` of ints: a float for negative powers. */
export function powerInt(a: bigint, b: bigint): bigint | number {
  if (b < 0n) return powerFloat(toFloat(a), toFloat(b));
  if (a !== 0n && a !== 1n && a !== -1n && BigInt(bitLength(a < 0n ? -a : a)) * b > 1_000_000n) {
    throw new PyError('MemoryError', 'the whole number has more than a million binary digits');
  }
  return a ** b;
}
