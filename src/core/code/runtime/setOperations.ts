import type { PyDict, PySet, Value } from '../value';

export function mergeDicts(left: PyDict, right: PyDict): PyDict {
  const entries = new Map(left.entries);
  for (const [key, pair] of right.entries) {
    const old = entries.get(key);
    entries.set(key, old === undefined ? pair : [old[0], pair[1]]);
  }
  return left.factory === undefined ? { kind: 'dict', entries } : { kind: 'dict', entries, factory: left.factory };
}

/** | & - ^ of sets (and of the views of a dict's keys, made sets before). */
export function setOperation(operator: string, left: Value, right: Value): PySet | undefined {
  if (typeof left !== 'object' || typeof right !== 'object') return undefined;
  if (left?.kind !== 'set' || right?.kind !== 'set') return undefined;
  const entries = new Map<string, Value>();
  switch (operator) {
    case '|':
      for (const [key, item] of left.entries) entries.set(key, item);
      for (const [key, item] of right.entries) if (!entries.has(key)) entries.set(key, item);
      break;
    case '&':
      for (const [key, item] of left.entries) if (right.entries.has(key)) entries.set(key, item);
      break;
    case '-':
      for (const [key, item] of left.entries) if (!right.entries.has(key)) entries.set(key, item);
      break;
    case '^':
      for (const [key, item] of left.entries) if (!right.entries.has(key)) entries.set(key, item);
      for (const [key, item] of right.entries) if (!left.entries.has(key)) entries.set(key, item);
      break;
    default:
      return undefined;
  }
  return left.frozen === true ? { kind: 'set', entries, frozen: true } : { kind: 'set', entries };
}
