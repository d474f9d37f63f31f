import { PyError, type PyDict, type Value } from '../value';
import { rangeLength, slicePositions, takeSlice, wholeIndex } from './sequence';
import { typeName } from './typeName';
import type { Runtime } from './runtime';

function position(index: Value, length: number, kind: string, assigning = false): number {
  const whole = wholeIndex(index);
  if (whole === undefined) {
    const what = kind === 'string' ? 'string indices must be integers' : `${kind} indices must be integers or slices`;
    throw new PyError('TypeError', `${what}, not ${kind === 'string' ? `'${typeName(index)}'` : typeName(index)}`);
  }
  const i = whole < 0 ? whole + length : whole;
  if (i < 0 || i >= length) {
    throw new PyError('IndexError', assigning ? `${kind} assignment index out of range` : `${kind} index out of range`);
  }
  return i;
}

/** `container[index]` of Python's own containers. */
export function getItem(container: Value, index: Value, runtime: Runtime): Value {
  if (typeof container === 'string') return stringItem(container, index);
  if (typeof container === 'object' && container !== null) {
    switch (container.kind) {
      case 'list':
        if (isSlice(index)) {
          const items = takeSlice(container.items, index);
          runtime.allocate(items.length);
          return { kind: 'list', items };
        }
        return container.items[position(index, container.items.length, 'list')]!;
      case 'tuple':
        if (isSlice(index)) return { kind: 'tuple', items: takeSlice(container.items, index) };
        return container.items[position(index, container.items.length, 'tuple')]!;
      case 'dict':
        return dictItem(container, index, runtime);
      case 'range': {
        const length = rangeLength(container);
        if (isSlice(index)) {
          const { start, count, step } = slicePositions(index, length);
          const first = container.start + BigInt(start) * container.step;
          const by = container.step * BigInt(step);
          return { kind: 'range', start: first, stop: first + BigInt(count) * by, step: by };
        }
        return container.start + BigInt(position(index, length, 'range object')) * container.step;
      }
      case 'class':
        return container;
      case 'object': {
        const get = container.get('__getitem__');
        if (get !== undefined) return runtime.call(get, [index]);
        break;
      }
      case 'instance': {
        const get = runtime.special(container, '__getitem__');
        if (get !== undefined) return runtime.call(get, [index]);
        break;
      }
      case 'bytes':
        return BigInt(container.data[position(index, container.data.length, 'index')]!);
      default:
    }
  }
  throw new PyError('TypeError', `'${typeName(container)}' object is not subscriptable`);
}

function isSlice(index: Value): index is Extract<Value, { kind: 'slice' }> {
  return typeof index === 'object' && index?.kind === 'slice';
}

function stringItem(text: string, index: Value): string {
  const letters = isPlain(text) ? undefined : Array.from(text);
  if (isSlice(index)) return takeSlice(letters ?? text.split(''), index).join('');
  const i = position(index, letters?.length ?? text.length, 'string');
  return letters === undefined ? text[i]! : letters[i]!;
}

/** No letter takes two UTF-16 units. */
export function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0xd800 && code < 0xe000) return false;
  }
  return true;
}

export function keyError(key: Value, runtime: Runtime): PyError {
  const error = new PyError('KeyError', runtime.repr(key));
  const value = runtime.exceptionOf(error);
  if (typeof value === 'object' && value?.kind === 'instance')
    value.attributes.set('args', { kind: 'tuple', items: [key] });
  return new PyError('KeyError', error.message, value);
}

function dictItem(dict: PyDict, index: Value, runtime: Runtime): Value {
  const key = runtime.hashKey(index);
  const pair = dict.entries.get(key);
  if (pair !== undefined) return pair[1];
  if (dict.factory !== undefined && dict.factory !== null) {
    const made = runtime.call(dict.factory, []);
    dict.entries.set(key, [index, made]);
    return made;
  }
  throw keyError(index, runtime);
}

export function setItem(container: Value, index: Value, item: Value, runtime: Runtime): void {
  if (typeof container === 'object' && container !== null) {
    switch (container.kind) {
      case 'list':
        if (isSlice(index)) setSlice(container.items, index, [...runtime.iterate(item)]);
        else container.items[position(index, container.items.length, 'list', true)] = item;
        return;
      case 'dict': {
        const key = runtime.hashKey(index);
        const pair = container.entries.get(key);
        if (pair === undefined) {
          runtime.allocate(2);
          container.entries.set(key, [index, item]);
        } else pair[1] = item;
        return;
      }
      case 'object': {
        const set = container.get('__setitem__');
        if (set === undefined) break;
        runtime.call(set, [index, item]);
        return;
      }
      case 'instance': {
        const set = runtime.special(container, '__setitem__');
        if (set === undefined) break;
        runtime.call(set, [index, item]);
        return;
      }
      default:
    }
  }
  throw new PyError('TypeError', `'${typeName(container)}' object does not support item assignment`);
}

function setSlice(items: Value[], slice: Extract<Value, { kind: 'slice' }>, given: readonly Value[]): void {
  const { start, count, step } = slicePositions(slice, items.length);
  if (step === 1) {
    items.splice(start, count, ...given);
    return;
  }
  if (given.length !== count) {
    throw new PyError(
      'ValueError',
      `attempt to assign sequence of size ${given.length} to extended slice of size ${count}`,
    );
  }
  given.forEach((item, i) => (items[start + i * step] = item));
}

export function deleteItem(container: Value, index: Value, runtime: Runtime): void {
  if (typeof container === 'object' && container !== null) {
    if (container.kind === 'list') {
      if (isSlice(index)) {
        const { start, count, step } = slicePositions(index, container.items.length);
        const gone = new Set(Array.from({ length: count }, (_, i) => start + i * step));
        const kept = container.items.filter((_, i) => !gone.has(i));
        container.items.splice(0, container.items.length, ...kept);
      } else container.items.splice(position(index, container.items.length, 'list', true), 1);
      return;
    }
    if (container.kind === 'dict') {
      if (!container.entries.delete(runtime.hashKey(index))) throw keyError(index, runtime);
      return;
    }
    const method = runtime.special(container, '__delitem__');
    if (method !== undefined) {
      runtime.call(method, [index]);
      return;
    }
  }
  throw new PyError('TypeError', `'${typeName(container)}' object doesn't support item deletion`);
}
