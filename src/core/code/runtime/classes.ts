import { PyError, type PyClass, type PyInstance, type Value } from '../value';

/** Looks an attribute up along the method resolution order. */
export function lookUp(type: PyClass, name: string): Value | undefined {
  for (const one of type.mro) {
    const found = one.members.get(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A class with its resolution order (C3). @throws PyError TypeError when there is none */
export function makeClass(name: string, bases: readonly PyClass[], members: Map<string, Value>): PyClass {
  const made: { -readonly [K in keyof PyClass]: PyClass[K] } = { kind: 'class', name, bases, mro: [], members };
  made.mro = [made, ...merge([...bases.map((base) => [...base.mro]), [...bases]])];
  return made;
}

function merge(lists: PyClass[][]): PyClass[] {
  const order: PyClass[] = [];
  let rest = lists.filter((list) => list.length > 0);
  while (rest.length > 0) {
    const head = rest.map((list) => list[0]!).find((one) => rest.every((list) => list.indexOf(one) <= 0));
    if (head === undefined) {
      throw new PyError('TypeError', 'Cannot create a consistent method resolution order (MRO) for bases');
    }
    order.push(head);
    rest = rest.map((list) => list.filter((one) => one !== head)).filter((list) => list.length > 0);
  }
  return order;
}

export function isSubclass(type: PyClass, of: PyClass): boolean {
  return type.mro.includes(of);
}

export function isInstance(value: Value): value is PyInstance {
  return typeof value === 'object' && value?.kind === 'instance';
}
