import type { NumericArray } from '../array/numericArray';
import { boundFindings } from './bounds';
import { contextOf, type Context, type Subject } from './context';
import { conventionFindings } from './conventions';
import { digitFindings } from './digits';
import type { Finding } from './finding';
import { inputFindings } from './inputs';
import { overflowFindings } from './overflow';
import { patternFindings } from './patterns';
import { probabilityFindings } from './probabilities';
import { rowFindings } from './rows';
import { unitFindings } from './units';

/** Each looks for one kind of trouble; a further one is a line here. In the order in which a reader wants them. */
const checks: readonly ((context: Context) => readonly Finding[])[] = [
  inputFindings,
  overflowFindings,
  rowFindings,
  probabilityFindings,
  unitFindings,
  patternFindings,
  boundFindings,
  digitFindings,
  conventionFindings,
];

/**
 * What an expert would remark on these numbers: where the first NaN comes from, what half precision would do to them,
 * whether they are probabilities already, which units are dead. Information rather than alarm: every threshold stands
 * beside its check, and ordinary data gives no finding.
 *
 * @param what the function, its parameters, axis and dtype, as far as they are known
 * @throws RangeError for an unknown function, dtype or axis
 * @example diagnose(numericArray([5, 10, 12]), { function: 'naiveSoftmax', dtype: 'float16' })[0].id // 'dtype-overflow'
 */
export function diagnose(array: NumericArray, what: Subject = {}): readonly Finding[] {
  const context = contextOf(array, what);
  if (array.data.length === 0) return [];
  return checks.flatMap((check) => check(context));
}
