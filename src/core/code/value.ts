/**
 * Python values as the evaluator holds them while it works a program out.
 *
 * int is bigint, float is number: so both are exact and never mistaken for one another. str, bool and None are
 * JavaScript's own. Everything else is an object with a `kind`. Lists, dicts, sets, arrays and instances are held by
 * reference, so that aliases behave as they do in Python.
 */
export type Value =
  | null
  | boolean
  | number
  | bigint
  | string
  | PyList
  | PyTuple
  | PyDict
  | PySet
  | PyRange
  | PySlice
  | PyEllipsis
  | PyIterator
  | PyFunction
  | PyNative
  | PyClass
  | PyDescriptor
  | PyInstance
  | PyModule
  | PyBytes
  | PyComplex
  | NdArray
  | NumpyScalar
  | NumpyType
  | OpaqueObject
  | Unknown;

export interface PyList {
  readonly kind: 'list';
  readonly items: Value[];
}

export interface PyTuple {
  readonly kind: 'tuple';
  readonly items: readonly Value[];
}

/** Insertion-ordered; keys are found by Python's equality (1, 1.0 and True are one key). */
export interface PyDict {
  readonly kind: 'dict';
  /** from the key that `hashKey` makes of a value to the pair as written */
  readonly entries: Map<string, [Value, Value]>;
  /** collections.defaultdict's */
  readonly factory?: Value;
}

export interface PySet {
  readonly kind: 'set';
  readonly entries: Map<string, Value>;
  readonly frozen?: boolean;
}

export interface PyRange {
  readonly kind: 'range';
  readonly start: bigint;
  readonly stop: bigint;
  readonly step: bigint;
}

export interface PySlice {
  readonly kind: 'slice';
  readonly start: Value;
  readonly stop: Value;
  readonly step: Value;
}

export interface PyEllipsis {
  readonly kind: 'ellipsis';
}

/** Anything that `next` takes from: generators, zip, enumerate, map, dict views. */
export interface PyIterator {
  readonly kind: 'iterator';
  /** as Python's `type(x).__name__` says it, e.g. `generator`, `zip`, `dict_keys` */
  readonly type: string;
  next(sent?: Value): IteratorResult<Value, Value | undefined>;
}

/** `def` or `lambda` in the text; its body and scope are the evaluator's business. */
export interface PyFunction {
  readonly kind: 'function';
  readonly name: string;
  readonly doc: string | null;
  /** `f.calls = 0`; made when first set */
  attributes?: Map<string, Value>;
  /** where its definition stands in the text */
  readonly start: number;
  readonly end: number;
  readonly invoke: (args: readonly Value[], keywords: ReadonlyMap<string, Value>) => Value;
  /** the names of its parameters that have no default, by position */
  readonly required?: readonly string[];
}

/** A function that this project computes: of NumPy, of Python's own, a bound method of a list. */
export interface PyNative {
  readonly kind: 'native';
  /** as an error of Python names it, e.g. `argmax` */
  readonly name: string;
  /** a bound method of the text's own, which runs whatever it is given */
  readonly ofText?: true;
  readonly call: Native;
  /** found on a class, it takes the instance first, as a function of the text does */
  readonly method?: boolean;
}

/** A class of the text, of a library (`nn.Module`), or a type of Python's own (`int`, `ValueError`). */
export interface PyClass {
  readonly kind: 'class';
  readonly name: string;
  readonly bases: readonly PyClass[];
  /** itself first, then where attributes are looked up in turn */
  readonly mro: readonly PyClass[];
  readonly members: Map<string, Value>;
  /** what a call of a type of Python's own makes, instead of an instance */
  readonly make?: Native;
}

/** `@property`, `@staticmethod`, `@classmethod` on a class. */
export interface PyDescriptor {
  readonly kind: 'descriptor';
  readonly form: 'property' | 'static' | 'class';
  readonly get: Value;
  readonly set?: Value;
}

export interface PyInstance {
  readonly kind: 'instance';
  readonly class: PyClass;
  readonly attributes: Map<string, Value>;
}

export interface PyModule {
  readonly kind: 'module';
  /** the full name, e.g. `numpy.random` */
  readonly name: string;
  readonly members: ReadonlyMap<string, Value>;
}

export interface PyBytes {
  readonly kind: 'bytes';
  readonly data: Uint8Array;
}

export interface PyComplex {
  readonly kind: 'complex';
  readonly re: number;
  readonly im: number;
}

/** NumPy's dtypes that are worked out; torch's are the same with their own names. */
export type ElementType =
  | 'bool'
  | 'int8'
  | 'int16'
  | 'int32'
  | 'int64'
  | 'uint8'
  | 'uint16'
  | 'uint32'
  | 'uint64'
  | 'float16'
  | 'bfloat16'
  | 'float32'
  | 'float64'
  | 'object'
  | 'str';

/** int64, uint64; objects and texts; everything else. */
export type Buffer = Float64Array | BigInt64Array | BigUint64Array | Value[];

/**
 * An n-dimensional array over a buffer that views share, as NumPy has it: element (i, j, ...) stands at
 * `offset + i strides[0] + j strides[1] + ...` of `buffer`, counted in elements.
 *
 * 64-bit integers are held exactly; bool as 0 and 1; every other integer and float as the float64 number it is.
 */
export interface NdArray {
  readonly kind: 'ndarray';
  readonly dtype: ElementType;
  shape: readonly number[];
  strides: readonly number[];
  readonly offset: number;
  readonly buffer: Buffer;
  /** whose printing and rules it follows */
  readonly library: 'numpy' | 'torch';
}

/** A scalar of NumPy, `np.float64(0.5)`: an array of no dimensions that prints and mixes as a scalar. */
export interface NumpyScalar {
  readonly kind: 'numpyScalar';
  /** its one value, shape [] */
  readonly array: NdArray;
}

/** `np.float64`, `torch.float32`, `np.dtype('float16')`. */
export interface NumpyType {
  readonly kind: 'numpyType';
  /** NumPy's or PyTorch's name, e.g. `float64`, `bool`, `torch.float32` */
  readonly name: string;
}

/** An object of a library with members of its own: a random generator, a layer of torch.nn. */
export interface OpaqueObject {
  readonly kind: 'object';
  /** the class's name as `type(x).__name__` says it */
  readonly type: string;
  get(name: string): Value | undefined;
  set?(name: string, value: Value): void;
  call?: Native;
  repr?(): string;
}

/** What cannot be known without running the program. */
export interface Unknown {
  readonly kind: 'unknown';
  /** plain English: why */
  readonly reason: string;
  /** where it began, UTF-16 offsets of the text */
  readonly start: number;
  readonly end: number;
  /** what it could be: a draw of unseeded random numbers, one of many */
  readonly example?: Value;
  /** how it came about, while a program is traced for what it does to an input that is not known */
  readonly graph?: Graph;
}

/** One operation on values of which at least one is not known. */
export interface Graph {
  /** `name`, an operator, `call`, `attribute`, `item` */
  readonly op: string;
  /** of a name or an attribute */
  readonly name?: string;
  /** for a call the callee first */
  readonly operands: readonly Value[];
  readonly keywords?: ReadonlyMap<string, Value>;
}

/** Arguments by position, by keyword, and the machine that is running: it calls functions back and counts work. */
export type Native = (args: readonly Value[], keywords: ReadonlyMap<string, Value>, machine: Machine) => Value;

/** What a library function may ask of the evaluator. */
export interface Machine {
  /** Calls any callable value. */
  call(callee: Value, args: readonly Value[], keywords?: ReadonlyMap<string, Value>): Value;
  /** All items of any iterable, in order. @throws PyError TypeError when it is none */
  iterate(value: Value): Iterable<Value>;
  /** An attribute as `value.name` gives it. */
  attribute(value: Value, name: string): Value;
  truth(value: Value): boolean;
  equal(one: Value, other: Value): boolean;
  str(value: Value): string;
  repr(value: Value): string;
  /** Charges `n` elementary operations to the budget. Stops the program when it is used up. */
  spend(n: number): void;
  /** Charges memory before it is taken, in elements. */
  allocate(elements: number): void;
  /** A RuntimeWarning or a deprecation of NumPy at the place that runs now. */
  warn(category: string, message: string): void;
  /** Marks what runs now as depending on unseeded randomness. */
  unseeded(): void;
  /** Where the call that runs now stands in the text. */
  readonly place: { readonly start: number; readonly end: number };
  /** State of one run that libraries keep: print options, the global random generator. */
  readonly state: Map<string, unknown>;
}

/** An exception of Python on its way up; `try` of the program may catch it. */
export class PyError extends Error {
  constructor(
    /** Python's class, e.g. `ValueError` */
    readonly type: string,
    message: string,
    /** the exception object when the program raised one itself */
    readonly value?: Value,
  ) {
    super(message);
  }
}
