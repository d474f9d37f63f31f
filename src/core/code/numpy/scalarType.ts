import { PyError, type Machine, type NumpyType, type Value } from '../value';
import { arrayIn, asArray } from './asArray';
import { astype } from './cast';
import { dtypeOf } from './dtype';
import { single, unwrap } from './ndarray';

/** `np.float64(x)`: a scalar of one number, an array of what is a sequence or an array. */
export function callType(type: NumpyType, args: readonly Value[], machine: Machine): Value {
  const dtype = dtypeOf(type, machine);
  if (dtype === undefined || args.length > 1) {
    throw new PyError('TypeError', `${type.name}() takes at most 1 argument (${args.length} given)`);
  }
  const value = args[0];
  if (value === undefined)
    return unwrap(single(dtype, dtype === 'int64' || dtype === 'uint64' ? 0n : dtype === 'str' ? '' : 0));
  const array = arrayIn(value);
  return unwrap(array ? astype(array, dtype, machine) : asArray(value, machine, dtype));
}
