import { PyError, type Machine, type Native, type Value } from '../../../../../src/core/code/value';
import { arrayIn, typeName } from '../../../../../src/core/code/numpy/asArray';
import { arrayIndex, arrayIterate, setArrayIndex } from '../../../../../src/core/code/numpy/indexing';
import {
  arrayAttribute,
  dtypeAttribute,
  scalarAttribute,
  setArrayAttribute,
} from '../../../../../src/core/code/numpy/methods';
import { numpyModule } from '../../../../../src/core/code/numpy/module';
import { callType } from '../../../../../src/core/code/numpy/scalarType';
import { flat, type Items } from '../../../../../src/core/code/numpy/ndarray';
import { arrayInPlace, arrayOperator, arrayUnary } from '../../../../../src/core/code/numpy/operators';
import { arrayRepr, arrayStr } from '../../../../../src/core/code/numpy/print/arrayText';
import { floatText, scalarRepr } from '../../../../../src/core/code/numpy/print/scalarText';

export type Tree = readonly [string, ...unknown[]];

/** Python's repr of a value, as the evaluator would write it. */
export function repr(value: Value, machine?: Machine): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return floatText(value);
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'string')
    return value.includes("'") ? JSON.stringify(value) : `'${value.replaceAll('\n', '\\n')}'`;
  const inner = (items: readonly Value[]): string => items.map((each) => repr(each, machine)).join(', ');
  if (value.kind === 'list') return `[${inner(value.items)}]`;
  if (value.kind === 'tuple') return `(${inner(value.items)}${value.items.length === 1 ? ',' : ''})`;
  if (value.kind === 'ndarray') return arrayRepr(value, machine);
  if (value.kind === 'numpyScalar') return scalarRepr((flat(value.array) as Items)[0] as number, value.array.dtype);
  if (value.kind === 'numpyType') return `dtype('${value.name}')`;
  return value.kind;
}

export interface TestMachine extends Machine {
  readonly warnings: string[];
}

export function testMachine(): TestMachine {
  const warnings: string[] = [];
  const none = new Map<string, Value>();
  const machine: TestMachine = {
    warnings,
    call(callee, args, keywords = none) {
      if (callee !== null && typeof callee === 'object') {
        if (callee.kind === 'native') return callee.call(args, keywords, machine);
        if (callee.kind === 'object' && callee.call) return callee.call(args, keywords, machine);
        if (callee.kind === 'numpyType') return callType(callee, args, machine);
      }
      throw new PyError('TypeError', `'${typeName(callee)}' object is not callable`);
    },
    iterate(value) {
      if (value !== null && typeof value === 'object') {
        if (value.kind === 'list' || value.kind === 'tuple') return value.items;
        if (value.kind === 'ndarray') return arrayIterate(value);
      }
      throw new PyError('TypeError', `'${typeName(value)}' object is not iterable`);
    },
    attribute(value, name) {
      const found = attributeOf(value, name, machine);
      if (found === undefined) throw new PyError('AttributeError', name);
      return found;
    },
    truth: (value) =>
      !(value === null || value === false || value === 0n || value === 0 || value === '') &&
      !(arrayIn(value) && (flat(arrayIn(value)!) as Items)[0] === 0),
    equal: (a, b) => a === b,
    str: (value) =>
      typeof value === 'string' ? value : arrayIn(value) ? arrayStr(arrayIn(value)!, machine) : repr(value, machine),
    repr: (value) => repr(value, machine),
    spend: () => undefined,
    allocate: () => undefined,
    warn: (_category, message) => warnings.push(message),
    unseeded: () => undefined,
    place: { start: 0, end: 0 },
    state: new Map(),
  };
  return machine;
}

function attributeOf(value: Value, name: string, machine: Machine): Value | undefined {
  if (value === null || typeof value !== 'object') return undefined;
  if (value.kind === 'module') return value.members.get(name);
  if (value.kind === 'object') return value.get(name);
  if (value.kind === 'ndarray') return arrayAttribute(value, name, machine);
  if (value.kind === 'numpyScalar') return scalarAttribute(value, name, machine);
  if (value.kind === 'numpyType') return dtypeAttribute(value, name);
  return undefined;
}

/** Runs the statements of a syntax tree; the value of the last expression. */
export function runTree(statements: readonly Tree[], machine: Machine): Value {
  const absolute: Native = (args) => arrayUnary('abs', args[0]!, machine);
  const scope = new Map<string, Value>([
    ['np', numpyModule(machine)],
    ['abs', { kind: 'native', name: 'abs', call: absolute }],
    ...(['int', 'float', 'bool', 'str', 'object'] as const).map(
      (name) => [name, { kind: 'native', name, call: absolute }] as [string, Value],
    ),
  ]);
  let last: Value = null;
  for (const statement of statements) {
    const [kind, first, second, third] = statement as [string, Tree, Tree, Tree];
    if (kind === 'expression') last = evaluate(first, scope, machine);
    else if (kind === 'assign') store(first, evaluate(second, scope, machine), scope, machine);
    else {
      const op = first as unknown as string;
      const old = evaluate(second, scope, machine);
      const right = evaluate(third, scope, machine);
      const inPlace = old !== null && typeof old === 'object' && old.kind === 'ndarray';
      store(
        second,
        (inPlace ? arrayInPlace(op, old, right, machine) : arrayOperator(op, old, right, machine))!,
        scope,
        machine,
      );
    }
  }
  return last;
}

function store(target: Tree, value: Value, scope: Map<string, Value>, machine: Machine): void {
  const [kind, first, second] = target as [string, Tree, Tree];
  if (kind === 'name') scope.set(first as unknown as string, value);
  else if (kind === 'tuple')
    [...machine.iterate(value)].forEach((each, i) =>
      store((target as unknown as Tree[])[i + 1]!, each, scope, machine),
    );
  else {
    const object = evaluate(first, scope, machine);
    if (object === null || typeof object !== 'object' || object.kind !== 'ndarray') throw new Error('no array');
    if (kind === 'attribute') setArrayAttribute(object, second as unknown as string, value, machine);
    else setArrayIndex(object, evaluate(second, scope, machine), value, machine);
  }
}

function evaluate(tree: Tree, scope: Map<string, Value>, machine: Machine): Value {
  const [kind, ...parts] = tree;
  const of = (part: unknown): Value => evaluate(part as Tree, scope, machine);
  switch (kind) {
    case 'constant':
      return parts[0] as Value;
    case 'ellipsis':
      return { kind: 'ellipsis' };
    case 'int':
      return BigInt(parts[0] as string);
    case 'float':
      return Number(parts[0]);
    case 'name':
      return scope.get(parts[0] as string)!;
    case 'attribute':
      return machine.attribute(of(parts[0]), parts[1] as string);
    case 'tuple':
      return { kind: 'tuple', items: parts.map(of) };
    case 'list':
      return { kind: 'list', items: parts.map(of) };
    case 'slice':
      return { kind: 'slice', start: of(parts[0]), stop: of(parts[1]), step: of(parts[2]) };
    case 'item': {
      const [object, index] = [of(parts[0]), of(parts[1])];
      if (object !== null && typeof object === 'object' && (object.kind === 'tuple' || object.kind === 'list'))
        return object.items[Number(index)]!;
      const array = arrayIn(object);
      return array
        ? arrayIndex(array, index, machine)
        : machine.call(machine.attribute(object, '__getitem__'), [index]);
    }
    case 'call': {
      const keywords = new Map((parts[2] as [string, Tree][]).map(([name, value]) => [name, of(value)]));
      return machine.call(of(parts[0]), (parts[1] as Tree[]).map(of), keywords);
    }
    case 'binary': {
      const [a, b] = [of(parts[1]), of(parts[2])];
      if (!arrayIn(a) && !arrayIn(b)) return plain(parts[0] as string, a, b);
      const made = arrayOperator(parts[0] as string, a, b, machine);
      if (made === undefined) throw new PyError('TypeError', 'unsupported');
      return made;
    }
    case 'unary': {
      const a = of(parts[1]);
      if (typeof a === 'number' || typeof a === 'bigint') return -a;
      return arrayUnary(parts[0] as string, a, machine);
    }
    case 'lambda':
      return {
        kind: 'native',
        name: '<lambda>',
        call: (args) =>
          evaluate(
            parts[1] as Tree,
            new Map([...scope, ...(parts[0] as string[]).map((name, i) => [name, args[i]!] as const)]),
            machine,
          ),
      };
  }
  throw new Error(`no such tree: ${kind}`);
}

function plain(op: string, a: Value, b: Value): Value {
  if (typeof a === 'bigint' && typeof b === 'bigint' && op !== '/') {
    return op === '+' ? a + b : op === '-' ? a - b : op === '*' ? a * b : a ** b;
  }
  const [x, y] = [Number(a), Number(b)];
  return op === '+' ? x + y : op === '-' ? x - y : op === '*' ? x * y : op === '/' ? x / y : x ** y;
}
