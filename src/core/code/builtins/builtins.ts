import { makeClass } from '../runtime/classes';
import type { PyClass, Value } from '../value';
import { exceptionClasses } from './exceptions';
import { builtinFunctions } from './functions';
import { typeClasses } from './types';

export interface Builtins {
  readonly builtins: ReadonlyMap<string, Value>;
  readonly types: ReadonlyMap<string, PyClass>;
  readonly exceptions: ReadonlyMap<string, PyClass>;
}

/** Python's own names, made anew for each run: what a program does to them ends with it. */
export function builtinsOf(): Builtins {
  const object = makeClass('object', [], new Map<string, Value>());
  const types = typeClasses(object);
  const exceptions = exceptionClasses(object);
  const builtins = new Map<string, Value>(exceptions);
  for (const [name, type] of types) if (!hidden.has(name)) builtins.set(name, type);
  for (const [name, value] of builtinFunctions(types)) builtins.set(name, value);
  return { builtins, types, exceptions };
}

const hidden = new Set([
  'NoneType',
  'ellipsis',
  'module',
  'function',
  'generator',
  'builtin_function_or_method',
  'type',
]);
