import { PyError, type Value } from '../value';
import { fixedDigits } from '../text/exactDecimal';
import type { Runtime } from '../runtime/runtime';

/** The nearest whole number, halves to even. */
export function roundToEven(value: number): number {
  const low = Math.floor(value);
  const rest = value - low;
  if (rest < 0.5) return low;
  if (rest > 0.5) return low + 1;
  return low % 2 === 0 ? low : low + 1;
}

/** `round(value, digits)`: exact, halves to even. @throws PyError */
export function roundValue(value: Value, digits: Value | undefined, runtime: Runtime): Value {
  if (typeof value === 'boolean') return BigInt(value);
  if (typeof value === 'bigint') {
    if (digits === undefined || digits === null || Number(digits) >= 0) return value;
    const unit = 10n ** BigInt(-Number(digits));
    let quotient = value / unit;
    let rest = value % unit;
    if (rest < 0n) {
      rest += unit;
      quotient -= 1n;
    }
    if (rest * 2n > unit || (rest * 2n === unit && (quotient & 1n) === 1n)) quotient += 1n;
    return quotient * unit;
  }
  if (typeof value === 'number') {
    if (digits === undefined || digits === null) {
      if (Number.isNaN(value)) throw new PyError('ValueError', 'cannot convert float NaN to integer');
      if (!Number.isFinite(value)) throw new PyError('OverflowError', 'cannot convert float infinity to integer');
      return BigInt(roundToEven(value));
    }
    if (!Number.isFinite(value)) return value;
    const places = Number(digits);
    if (places > 22 + 300) return value;
    const sign = value < 0 || Object.is(value, -0) ? -1 : 1;
    if (places >= 0) return sign * Number(fixedDigits(value, places));
    return sign * Number(roundValue(BigInt(Math.trunc(Math.abs(value))), digits, runtime));
  }
  const method = runtime.special(value, '__round__');
  if (method !== undefined) return runtime.call(method, digits === undefined ? [] : [digits]);
  if (typeof value === 'object' && (value?.kind === 'ndarray' || value?.kind === 'numpyScalar')) {
    const given = digits === undefined || digits === null ? [] : [digits];
    if (value.kind === 'ndarray' || given.length > 0) return runtime.call(runtime.attribute(value, 'round'), given);
    return roundValue(runtime.call(runtime.attribute(value, 'item'), []), undefined, runtime);
  }
  throw new PyError('TypeError', `type ${runtime.typeName(value)} doesn't define __round__ method`);
}
