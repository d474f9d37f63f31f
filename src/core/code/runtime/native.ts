import { PyError, type Machine, type Native, type PyNative, type Value } from '../value';
import type { Runtime } from './runtime';

export type RuntimeNative = (args: readonly Value[], keywords: ReadonlyMap<string, Value>, runtime: Runtime) => Value;

/** A native that needs the evaluator itself: the machine that calls it is one. */
export function native(name: string, call: RuntimeNative): PyNative {
  const inner: Native = (args, keywords, machine: Machine) => call(args, keywords, machine as Runtime);
  return { kind: 'native', name, call: inner };
}

/** A native that stands on a class: the instance is its first argument. */
export function method(name: string, call: RuntimeNative): PyNative {
  return { ...native(name, call), method: true };
}

/**
 * Puts arguments in the order of the parameters' names; undefined where none is given.
 *
 * @throws PyError TypeError in Python's words
 */
export function bind(
  name: string,
  parameters: readonly string[],
  args: readonly Value[],
  keywords: ReadonlyMap<string, Value>,
  required = 0,
): (Value | undefined)[] {
  if (args.length > parameters.length) {
    const most = parameters.length === 1 ? '1 argument' : `${parameters.length} arguments`;
    throw new PyError('TypeError', `${name}() takes at most ${most} (${args.length} given)`);
  }
  const bound: (Value | undefined)[] = [...args];
  for (let i = args.length; i < parameters.length; i++) bound.push(undefined);
  for (const [key, value] of keywords) {
    const i = parameters.indexOf(key);
    if (i < 0) throw new PyError('TypeError', `${name}() got an unexpected keyword argument '${key}'`);
    bound[i] = value;
  }
  for (let i = 0; i < required; i++) {
    if (bound[i] === undefined) {
      throw new PyError('TypeError', `${name}() missing required argument: '${parameters[i]!}' (pos ${i + 1})`);
    }
  }
  return bound;
}

/** @throws PyError TypeError unless there are between `least` and `most` arguments */
export function count(name: string, args: readonly Value[], least: number, most = least): void {
  if (args.length >= least && args.length <= most) return;
  const wanted =
    least === most
      ? `exactly ${least === 1 ? 'one argument' : `${least} arguments`}`
      : args.length < least
        ? `at least ${least} argument${least === 1 ? '' : 's'}`
        : `at most ${most} argument${most === 1 ? '' : 's'}`;
  throw new PyError('TypeError', `${name}() takes ${wanted} (${args.length} given)`);
}
