import type { Value } from '../value';
import { dictMethods, setMethods } from './dictMethods';
import { listMethods, tupleMethods } from './listMethods';
import type { Method } from './method';
import { complexMethods, floatMethods, intMethods } from './numberMethods';
import { stringMethods } from './stringMethods';

const none: ReadonlyMap<string, Method<never>> = new Map();

/** The methods of a value of one of Python's own types. The table is the one of the value's own type. */
export function methodsOf(value: Value): ReadonlyMap<string, Method<never>> {
  switch (typeof value) {
    case 'string':
      return stringMethods;
    case 'bigint':
      return intMethods;
    case 'number':
      return floatMethods;
    default:
  }
  if (typeof value !== 'object' || value === null) return none;
  switch (value.kind) {
    case 'list':
      return listMethods;
    case 'tuple':
      return tupleMethods;
    case 'dict':
      return dictMethods;
    case 'set':
      return setMethods;
    case 'complex':
      return complexMethods;
    default:
      return none;
  }
}
