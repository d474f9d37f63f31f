import type { Problem } from '../../problem';
import { PyError, type PyClass, type PyModule, type Unknown, type Value } from '../value';
import type { ArrayLibrary } from './arrays';
import { isArrayLike } from './arrays';
import { bound, findAttribute, noAttribute, setAttribute } from './attributes';
import { binary } from './binary';
import { callValue } from './callValue';
import { lookUp, makeClass } from './classes';
import { contains } from './contains';
import { equal, order } from './compare';
import type { Engine } from './engine';
import { formatValue } from './formatValue';
import { hashKey } from './hashKey';
import { inPlace } from './inPlace';
import { iterate } from './iterate';
import { isUnknown, noKeywords, Stopped, type BinaryOperator, type Comparison, type Runtime } from './runtime';
import { length, truth } from './size';
import { deleteItem, getItem, setItem } from './subscript';
import { reprOf, strOf } from './textOf';
import { typeName } from './typeName';
import { derived, firstUnknown, tracedIn } from './unknowns';

/** How much a program may do before it is stopped. */
export interface Limits {
  /** elementary operations: statements, calls, elements that an array function touches */
  readonly operations: number;
  /** elements of lists, strings (64 letters each) and arrays, all that were ever made */
  readonly elements: number;
  /** asked now and then; true stops the program */
  readonly cancelled?: () => boolean;
}

export interface World {
  readonly limits: Limits;
  readonly arrays: ArrayLibrary | undefined;
  readonly types: ReadonlyMap<string, PyClass>;
  readonly exceptions: ReadonlyMap<string, PyClass>;
  readonly modules: (name: string, runtime: Runtime) => PyModule | undefined;
  /** what a name means that the text does not define; Python raises NameError where this gives nothing */
  readonly undefinedName?: (name: string, runtime: Interpreter) => Value | undefined;
  /** told of what is stored in an attribute of something unknown */
  readonly stored?: (owner: Unknown, name: string, value: Value) => void;
}

const DEEPEST_CALL = 1000;
const LONGEST_OUTPUT = 1_000_000;
const MOST_PROBLEMS = 100;

/** why a value that comes of unseeded numbers cannot be known */
export const DIFFERS = 'random numbers without a seed differ on every run';

/** One run of one program: what libraries and compiled code ask of Python. */
export class Interpreter implements Engine {
  readonly state = new Map<string, unknown>();
  readonly problems: Problem[] = [];
  output = '';
  /** something unknown has come up, so arguments are looked through for it */
  anyUnknown = false;
  /** numbers were drawn that no seed fixes */
  drewUnseeded = false;
  private start = 0;
  private end = 0;
  private spent = 0;
  private taken = 0;
  private asked = 0;
  private depth = 0;
  private readonly noted = new Set<string>();
  private readonly open = new Set<object>();
  private readonly loaded = new Map<string, Value>();

  constructor(readonly world: World) {}

  get place(): { readonly start: number; readonly end: number } {
    return { start: this.start, end: this.end };
  }

  at(start: number, end: number): void {
    this.start = start;
    this.end = end;
  }

  spend(n: number): void {
    this.spent += n;
    if (this.spent < this.asked) return;
    this.asked = this.spent + 10_000;
    const { operations, cancelled } = this.world.limits;
    if (this.spent > operations) throw new Stopped('code.budget', `stopped after ${operations} operations`);
    if (cancelled?.() === true) throw new Stopped('code.cancelled', 'cancelled');
  }

  allocate(elements: number): void {
    this.taken += elements;
    if (this.taken > this.world.limits.elements) {
      throw new Stopped('code.memory', `stopped: more than ${this.world.limits.elements} elements of memory`);
    }
  }

  warn(category: string, message: string): void {
    this.note('code.warning', `${category}: ${message}`, 'warning', { category, text: message });
  }

  /** A problem at the place that runs now, once for each place. */
  note(code: string, message: string, severity: 'error' | 'warning', details?: Problem['details']): void {
    const key = `${this.start} ${code} ${message}`;
    if (this.noted.has(key) || this.problems.length >= MOST_PROBLEMS) return;
    this.noted.add(key);
    const problem = { code, message, offset: this.start, length: Math.max(0, this.end - this.start), severity };
    this.problems.push(details === undefined ? problem : { ...problem, details });
  }

  unseeded(): void {
    this.drewUnseeded = true;
    this.note('code.unseeded', DIFFERS, 'warning', { reason: DIFFERS });
  }

  unknown(reason: string, example?: Value): Unknown {
    this.anyUnknown = true;
    this.note('code.unknown', reason, 'warning', { reason });
    const place = { kind: 'unknown', reason, start: this.start, end: this.end } as const;
    return example === undefined ? place : { ...place, example };
  }

  print(text: string): void {
    if (this.output.length + text.length > LONGEST_OUTPUT)
      throw new Stopped('code.output', 'stopped: too much printed');
    this.output += text;
  }

  enter(): void {
    this.spend(4);
    if (++this.depth > DEEPEST_CALL) {
      throw new PyError('RecursionError', 'maximum recursion depth exceeded');
    }
  }

  leave(): void {
    this.depth--;
  }

  call(callee: Value, args: readonly Value[], keywords: ReadonlyMap<string, Value> = noKeywords): Value {
    return callValue(callee, args, keywords, this);
  }

  iterate(value: Value): Iterable<Value> {
    if (isArrayLike(value)) return this.arrays().items(value, this);
    return iterate(value, this);
  }

  attribute(value: Value, name: string): Value {
    const found = this.findAttribute(value, name);
    if (found === undefined) throw noAttribute(value, name);
    return found;
  }

  findAttribute(value: Value, name: string): Value | undefined {
    if (isUnknown(value)) return derived(value, { op: 'attribute', name, operands: [value] });
    if (isArrayLike(value) || (typeof value === 'object' && value?.kind === 'numpyType')) {
      return this.arrays().attribute(value, name, this) ?? (name === '__class__' ? this.classOf(value) : undefined);
    }
    return findAttribute(value, name, this);
  }

  setAttribute(owner: Value, name: string, value: Value): void {
    if (isUnknown(owner)) {
      this.world.stored?.(owner, name, value);
      return;
    }
    if (typeof owner === 'object' && owner?.kind === 'ndarray') {
      if (this.arrays().setAttribute(owner, name, value, this)) return;
      throw noAttribute(owner, name);
    }
    setAttribute(owner, name, value, this);
  }

  deleteAttribute(owner: Value, name: string): void {
    const attributes =
      typeof owner === 'object' && owner?.kind === 'instance'
        ? owner.attributes
        : typeof owner === 'object' && owner?.kind === 'class'
          ? owner.members
          : undefined;
    if (attributes?.delete(name) !== true) throw noAttribute(owner, name);
  }

  special(value: Value, name: string): Value | undefined {
    if (typeof value !== 'object' || value === null) return undefined;
    if (value.kind === 'object') return value.get(name);
    if (value.kind !== 'instance') return undefined;
    const member = lookUp(value.class, name);
    return member === undefined ? undefined : bound(member, value, value.class, this);
  }

  binary(operator: BinaryOperator, left: Value, right: Value): Value {
    const traced = this.anyUnknown ? tracedIn([left, right]) : undefined;
    if (traced !== undefined) return derived(traced, { op: operator, operands: [left, right] });
    return binary(operator, left, right, this, this.world.arrays);
  }

  inPlace(operator: BinaryOperator, left: Value, right: Value): Value {
    return inPlace(operator, left, right, this);
  }

  unary(operator: '+' | '-' | '~', value: Value): Value {
    const whole = typeof value === 'boolean' ? BigInt(value) : value;
    if (typeof whole === 'bigint') return operator === '-' ? -whole : operator === '~' ? ~whole : whole;
    if (typeof whole === 'number' && operator !== '~') return operator === '-' ? -whole : whole;
    if (isUnknown(value)) return derived(value, { op: operator, operands: [value] });
    if (isArrayLike(value)) return this.arrays().unary(operator, value, this);
    if (typeof value === 'object' && value?.kind === 'complex' && operator === '-') {
      return { kind: 'complex', re: -value.re, im: -value.im };
    }
    const method = this.special(value, operator === '-' ? '__neg__' : operator === '+' ? '__pos__' : '__invert__');
    if (method !== undefined) return this.call(method, []);
    throw new PyError('TypeError', `bad operand type for unary ${operator}: '${typeName(value)}'`);
  }

  compare(operator: Comparison, left: Value, right: Value): Value {
    const unknown = tracedIn([left, right]) ?? (isUnknown(left) ? left : isUnknown(right) ? right : undefined);
    if (unknown !== undefined) return derived(unknown, { op: operator, operands: [left, right] });
    if (this.world.arrays !== undefined && (isArrayLike(left) || isArrayLike(right))) {
      return this.world.arrays.compare(operator, left, right, this);
    }
    if (operator === '!=') {
      const method = typeof left === 'object' && left?.kind === 'instance' ? this.special(left, '__ne__') : undefined;
      return method === undefined ? !this.equal(left, right) : this.call(method, [right]);
    }
    if (operator === '==') return this.equal(left, right);
    return order(operator, left, right, this);
  }

  equal(left: Value, right: Value): boolean {
    if (this.world.arrays !== undefined && (isArrayLike(left) || isArrayLike(right))) {
      return this.truth(this.world.arrays.compare('==', left, right, this));
    }
    return equal(left, right, this);
  }

  contains(container: Value, item: Value): boolean {
    return contains(container, item, this);
  }

  getItem(container: Value, index: Value): Value {
    if (isUnknown(container)) return derived(container, { op: 'item', operands: [container, index] });
    if (this.anyUnknown) {
      const found = firstUnknown(index);
      if (found !== undefined) return found;
    }
    if (isArrayLike(container)) return this.arrays().getItem(container, index, this);
    return getItem(container, index, this);
  }

  setItem(container: Value, index: Value, item: Value): void {
    if (isUnknown(container)) return;
    if (typeof container === 'object' && container?.kind === 'ndarray') {
      this.arrays().setItem(container, index, item, this);
    } else setItem(container, index, item, this);
  }

  deleteItem(container: Value, index: Value): void {
    if (!isUnknown(container)) deleteItem(container, index, this);
  }

  truth(value: Value): boolean {
    return typeof value === 'boolean' ? value : truth(value, this);
  }

  length(value: Value): number {
    return length(value, this);
  }

  str(value: Value): string {
    return typeof value === 'string' ? value : strOf(value, this);
  }

  repr(value: Value): string {
    return reprOf(value, this, this.open);
  }

  format(value: Value, spec: string): string {
    return formatValue(value, spec, this);
  }

  typeName(value: Value): string {
    return typeName(value);
  }

  classOf(value: Value): Value {
    if (typeof value === 'object' && value?.kind === 'instance') return value.class;
    if (typeof value === 'object' && value?.kind === 'numpyScalar') return { kind: 'numpyType', name: typeName(value) };
    const name = typeName(value);
    const known = this.world.types.get(name);
    if (known !== undefined) return known;
    let made = this.loaded.get(`type ${name}`);
    if (made === undefined) {
      const full = name === 'ndarray' ? 'numpy.ndarray' : name;
      made = makeClass(full, [], new Map<string, Value>([['#builtin', true]]));
      this.loaded.set(`type ${name}`, made);
    }
    return made;
  }

  hashKey(value: Value): string {
    return hashKey(value, (instance) => {
      const method = this.special(instance, '__hash__');
      return method === undefined ? undefined : `h${this.str(this.call(method, []))}`;
    });
  }

  module(name: string): Value {
    let module = this.loaded.get(name);
    if (module === undefined) {
      module = this.world.modules(name, this) ?? this.unknown(`the module ${name} is not known here`);
      this.loaded.set(name, module);
    }
    return module;
  }

  exceptionClass(name: string): PyClass | undefined {
    return this.world.exceptions.get(name);
  }

  exceptionOf(error: PyError): Value {
    if (error.value !== undefined) return error.value;
    const type = this.exceptionClass(error.type) ?? this.exceptionClass('Exception')!;
    const attributes = new Map<string, Value>([
      ['args', { kind: 'tuple', items: [error.message] }],
      ['#message', error.message],
    ]);
    return { kind: 'instance', class: type, attributes };
  }

  arrays(): ArrayLibrary {
    const { arrays } = this.world;
    if (arrays === undefined) throw new PyError('ModuleNotFoundError', "No module named 'numpy'");
    return arrays;
  }
}
