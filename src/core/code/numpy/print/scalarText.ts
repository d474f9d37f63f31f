import type { ElementType } from '../ndarray';
import { isFloat } from '../dtype';
import { exponentText, positional, scientific } from './digits';

/** A float as Python's and NumPy's `str` write it: without an exponent from 1e-4 to 1e16. */
export function floatText(x: number, dtype: ElementType = 'float64'): string {
  if (Number.isNaN(x)) return 'nan';
  if (!Number.isFinite(x)) return x > 0 ? 'inf' : '-inf';
  const a = Math.abs(x);
  if (a === 0 || (a >= 1e-4 && a < 1e16)) {
    const [whole, fraction] = positional(x, dtype, 400);
    return `${whole}.${fraction === '' ? '0' : fraction}`;
  }
  const [first, rest, exponent] = scientific(x, dtype, 20);
  return (rest === '' ? first : `${first}.${rest}`) + exponentText(exponent);
}

/** `str` of an element of a number type. */
export function scalarText(item: number | bigint, dtype: ElementType): string {
  if (dtype === 'bool') return item === 0 ? 'False' : 'True';
  return isFloat(dtype) ? floatText(item as number, dtype) : String(item);
}

/** `repr` of a NumPy scalar, as NumPy 2 writes it. */
export function scalarRepr(item: number | bigint, dtype: ElementType): string {
  return dtype === 'bool' ? `np.${scalarText(item, dtype)}_` : `np.${dtype}(${scalarText(item, dtype)})`;
}
