import { PyError, type PyClass, type PyDict, type PyInstance, type PyNative, type Value } from '../value';
import { methodsOf } from '../types/methods';
import { lookUp } from './classes';
import { native } from './native';
import type { Runtime } from './runtime';
import { typeName } from './typeName';

/** A function or native found on a class, with its instance put first. */
export function bound(member: Value, self: Value, type: PyClass, runtime: Runtime): Value {
  if (typeof member !== 'object' || member === null) return member;
  switch (member.kind) {
    case 'function':
      return { ...native(member.name, (args, keywords) => member.invoke([self, ...args], keywords)), ofText: true };
    case 'native':
      if (member.method !== true) return member;
      return {
        ...member,
        method: false,
        call: (args, keywords, machine) => member.call([self, ...args], keywords, machine),
      };
    case 'descriptor':
      if (member.form === 'property') return runtime.call(member.get, [self]);
      if (member.form === 'static') return member.get;
      return native('classmethod', (args, keywords) => runtime.call(member.get, [type, ...args], keywords));
    default:
      return member;
  }
}

/** An attribute of anything but arrays; undefined where Python raises AttributeError. */
export function findAttribute(value: Value, name: string, runtime: Runtime): Value | undefined {
  const found = ownAttribute(value, name, runtime);
  if (found !== undefined) return found;
  const method = methodsOf(value).get(name);
  if (method !== undefined) {
    const call = method as (self: Value, ...rest: Parameters<PyNative['call']>) => Value;
    return native(name, (args, keywords, inner) => call(value, args, keywords, inner));
  }
  if (name === '__class__') return runtime.classOf(value);
  if (name === '__doc__') return null;
  return undefined;
}

function ownAttribute(value: Value, name: string, runtime: Runtime): Value | undefined {
  if (typeof value === 'bigint' || typeof value === 'number' || typeof value === 'boolean') {
    if (name === 'real') return typeof value === 'boolean' ? BigInt(value) : value;
    if (name === 'imag') return typeof value === 'number' ? 0 : 0n;
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  switch (value.kind) {
    case 'instance':
      return instanceAttribute(value, name, runtime);
    case 'class':
      return classAttribute(value, name, runtime);
    case 'module':
      return name === '__name__' ? value.name : value.members.get(name);
    case 'object':
      return value.get(name);
    case 'function':
      if (name === '__name__' || name === '__qualname__') return value.attributes?.get(name) ?? value.name;
      if (name === '__doc__') return value.attributes?.get(name) ?? value.doc;
      if (name === '__dict__') return dictOf(value.attributes ?? new Map());
      return value.attributes?.get(name);
    case 'native':
      return name === '__name__' ? value.name : undefined;
    case 'complex':
      return name === 'real' ? value.re : name === 'imag' ? value.im : undefined;
    case 'iterator':
      if (name === 'send' || name === '__next__') {
        return native(name, (args) => {
          const step = value.next(args[0]);
          if (step.done === true) throw new PyError('StopIteration', '');
          return step.value;
        });
      }
      if (name === 'close') {
        return native(name, () => null);
      }
      return undefined;
    case 'range':
    case 'slice':
      return name === 'start' ? value.start : name === 'stop' ? value.stop : name === 'step' ? value.step : undefined;
    case 'descriptor':
      if (value.form === 'property' && name === 'setter') {
        return native(name, (args) => ({ ...value, set: args[0]! }));
      }
      return undefined;
    default:
      return undefined;
  }
}

function dictOf(attributes: ReadonlyMap<string, Value>): PyDict {
  const entries = new Map<string, [Value, Value]>();
  for (const [key, item] of attributes) if (!key.startsWith('#')) entries.set(`s${key}`, [key, item]);
  return { kind: 'dict', entries };
}

function instanceAttribute(value: PyInstance, name: string, runtime: Runtime): Value | undefined {
  const own = value.attributes.get(name);
  if (own !== undefined) return own;
  const member = lookUp(value.class, name);
  if (member !== undefined) return bound(member, value, value.class, runtime);
  if (name === '__class__') return value.class;
  if (name === '__dict__') return dictOf(value.attributes);
  const other = lookUp(value.class, '__getattr__');
  return other === undefined ? undefined : runtime.call(other, [value, name]);
}

function classAttribute(value: PyClass, name: string, runtime: Runtime): Value | undefined {
  const member = lookUp(value, name);
  if (member !== undefined) {
    if (typeof member === 'object' && member?.kind === 'descriptor') {
      if (member.form === 'static') return member.get;
      if (member.form === 'class') return bound(member, null, value, runtime);
    }
    return member;
  }
  if (name === '__name__' || name === '__qualname__') return value.name.replace(/^.*\./, '');
  if (name === '__mro__') return { kind: 'tuple', items: value.mro };
  if (name === '__bases__') return { kind: 'tuple', items: value.bases };
  if (name === '__dict__') return dictOf(value.members);
  return undefined;
}

/** `owner.name = value` of anything but arrays. @throws PyError AttributeError */
export function setAttribute(owner: Value, name: string, value: Value, runtime: Runtime): void {
  if (typeof owner === 'object' && owner !== null) {
    switch (owner.kind) {
      case 'instance': {
        const member = lookUp(owner.class, name);
        if (typeof member === 'object' && member?.kind === 'descriptor' && member.form === 'property') {
          if (member.set === undefined) {
            throw new PyError('AttributeError', `property '${name}' of '${owner.class.name}' object has no setter`);
          }
          runtime.call(member.set, [owner, value]);
          return;
        }
        const set = lookUp(owner.class, '__setattr__');
        if (set !== undefined) runtime.call(set, [owner, name, value]);
        else owner.attributes.set(name, value);
        return;
      }
      case 'class':
        owner.members.set(name, value);
        return;
      case 'function':
        (owner.attributes ??= new Map<string, Value>()).set(name, value);
        return;
      case 'object':
        if (owner.set === undefined) break;
        owner.set(name, value);
        return;
      default:
    }
  }
  throw new PyError('AttributeError', `'${typeName(owner)}' object has no attribute '${name}'`);
}

/** What Python says when there is no such attribute. */
export function noAttribute(value: Value, name: string): PyError {
  if (typeof value === 'object' && value?.kind === 'module') {
    return new PyError('AttributeError', `module '${value.name}' has no attribute '${name}'`);
  }
  if (typeof value === 'object' && value?.kind === 'class') {
    return new PyError('AttributeError', `type object '${value.name}' has no attribute '${name}'`);
  }
  const type =
    typeof value === 'object' && value?.kind === 'ndarray' && value.library === 'numpy'
      ? 'numpy.ndarray'
      : typeName(value);
  return new PyError('AttributeError', `'${type}' object has no attribute '${name}'`);
}
