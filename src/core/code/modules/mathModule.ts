import { exp, expm1 } from '../../math/exp';
import { log, log1p } from '../../math/log';
import { tanhOf } from '../../math/smooth';
import { toFloatValue } from '../builtins/conversions';
import { bitLength, powerFloat } from '../runtime/integers';
import { native, type RuntimeNative } from '../runtime/native';
import type { Runtime } from '../runtime/runtime';
import { PyError, type PyModule, type Value } from '../value';
import { erf, erfc, gamma, logGamma } from './errorFunction';
import { exactSum } from './exactSum';

function real(value: Value | undefined, runtime: Runtime): number {
  if (typeof value === 'number') return value;
  if (value === undefined) throw new PyError('TypeError', 'expected 1 argument, got 0');
  if (typeof value === 'string' || value === null || (typeof value === 'object' && value.kind === 'list')) {
    throw new PyError('TypeError', `must be real number, not ${runtime.typeName(value)}`);
  }
  return toFloatValue(value, runtime);
}

const domain = (): PyError => new PyError('ValueError', 'math domain error');

/** A function of one float: NaN from a number is outside its domain, infinity from a finite one is too large. */
function of(f: (x: number) => number, poles = false): RuntimeNative {
  return (args, _, runtime) => {
    const x = real(args[0], runtime);
    const y = f(x);
    if (Number.isNaN(y) && !Number.isNaN(x)) throw domain();
    if (!Number.isFinite(y) && Number.isFinite(x))
      throw poles ? domain() : new PyError('OverflowError', 'math range error');
    return y;
  };
}

/** Logarithms take ints of any size. */
function logarithm(value: Value | undefined, runtime: Runtime, f: (x: number) => number, ofTwo: number): number {
  if (typeof value === 'bigint') {
    if (value <= 0n) throw domain();
    const bits = bitLength(value);
    if (bits > 1000) return f(Number(value >> BigInt(bits - 64))) + (bits - 64) * ofTwo;
  }
  const x = real(value, runtime);
  if (x <= 0) throw domain();
  return f(x);
}

const log2 = (x: number): number => {
  const y = Math.log2(x);
  return 2 ** Math.round(y) === x ? Math.round(y) : y;
};

const whole = (value: Value | undefined, runtime: Runtime): bigint => {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'boolean') return BigInt(value);
  throw new PyError('TypeError', `'${runtime.typeName(value ?? null)}' object cannot be interpreted as an integer`);
};

function rounded(f: (x: number) => number, name: string): RuntimeNative {
  return (args, _, runtime) => {
    const [value] = args;
    if (typeof value === 'bigint') return value;
    const own = runtime.special(value ?? null, name);
    if (own !== undefined) return runtime.call(own, []);
    const x = real(value, runtime);
    if (Number.isNaN(x)) throw new PyError('ValueError', 'cannot convert float NaN to integer');
    if (!Number.isFinite(x)) throw new PyError('OverflowError', 'cannot convert float infinity to integer');
    return BigInt(f(x));
  };
}

function factorial(n: bigint, runtime: Runtime): bigint {
  if (n < 0n) throw new PyError('ValueError', 'factorial() not defined for negative values');
  let product = 1n;
  for (let i = 2n; i <= n; i++) {
    runtime.spend(1 + bitLength(product) / 64);
    product *= i;
  }
  return product;
}

function choose(n: bigint, k: bigint, runtime: Runtime, ordered: boolean): bigint {
  if (k > n) return 0n;
  let product = 1n;
  for (let i = 0n; i < k; i++) {
    runtime.spend(1);
    product *= n - i;
    if (!ordered) product /= i + 1n;
  }
  return product;
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

function rootOf(n: bigint): bigint {
  if (n < 0n) throw new PyError('ValueError', 'isqrt() argument must be nonnegative');
  if (n < 2n) return n;
  let x = 1n << BigInt((bitLength(n) + 1) >> 1);
  for (;;) {
    const y = (x + n / x) >> 1n;
    if (y >= x) return x;
    x = y;
  }
}

function isClose(args: readonly Value[], keywords: ReadonlyMap<string, Value>, runtime: Runtime): boolean {
  const [a, b] = [real(args[0], runtime), real(args[1], runtime)];
  const relative = real(keywords.get('rel_tol') ?? 1e-9, runtime);
  const absolute = real(keywords.get('abs_tol') ?? 0, runtime);
  if (a === b) return true;
  if (!Number.isFinite(a) || !Number.isFinite(b)) return false;
  return Math.abs(a - b) <= Math.max(relative * Math.max(Math.abs(a), Math.abs(b)), absolute);
}

const functions: Readonly<Record<string, RuntimeNative>> = {
  exp: of(exp),
  expm1: of(expm1),
  exp2: of((x) => 2 ** x),
  log1p: of(log1p, true),
  sqrt: of(Math.sqrt),
  cbrt: of(Math.cbrt),
  sin: of(Math.sin),
  cos: of(Math.cos),
  tan: of(Math.tan),
  asin: of(Math.asin),
  acos: of(Math.acos),
  atan: of(Math.atan),
  sinh: of(Math.sinh),
  cosh: of(Math.cosh),
  tanh: of(tanhOf),
  asinh: of(Math.asinh),
  acosh: of(Math.acosh),
  atanh: of(Math.atanh, true),
  erf: of(erf),
  erfc: of(erfc),
  gamma: of(gamma),
  lgamma: of(logGamma),
  degrees: of((x) => (x * 180) / Math.PI),
  radians: of((x) => (x * Math.PI) / 180),
  fabs: of(Math.abs),
  log: (args, _, runtime) => {
    const y = logarithm(args[0], runtime, log, Math.LN2);
    return args[1] === undefined ? y : y / logarithm(args[1], runtime, log, Math.LN2);
  },
  log2: (args, _, runtime) => logarithm(args[0], runtime, log2, 1),
  log10: (args, _, runtime) => logarithm(args[0], runtime, Math.log10, Math.log10(2)),
  pow: (args, _, runtime) => {
    const [x, y] = [real(args[0], runtime), real(args[1], runtime)];
    if (x < 0 && Number.isFinite(x) && Number.isFinite(y) && !Number.isInteger(y)) throw domain();
    if (x === 0 && y < 0) throw domain();
    try {
      return powerFloat(x, y);
    } catch (error) {
      throw error instanceof PyError ? new PyError('OverflowError', 'math range error') : error;
    }
  },
  atan2: (args, _, runtime) => Math.atan2(real(args[0], runtime), real(args[1], runtime)),
  hypot: (args, _, runtime) => Math.hypot(...args.map((arg) => real(arg, runtime))),
  fmod: (args, _, runtime) => {
    const y = real(args[1], runtime);
    if (y === 0) throw domain();
    return real(args[0], runtime) % y;
  },
  copysign: (args, _, runtime) => {
    const size = Math.abs(real(args[0], runtime));
    const sign = real(args[1], runtime);
    return sign < 0 || Object.is(sign, -0) ? -size : size;
  },
  floor: rounded(Math.floor, '__floor__'),
  ceil: rounded(Math.ceil, '__ceil__'),
  trunc: rounded(Math.trunc, '__trunc__'),
  isnan: (args, _, runtime) => Number.isNaN(real(args[0], runtime)),
  isinf: (args, _, runtime) => Math.abs(real(args[0], runtime)) === Infinity,
  isfinite: (args, _, runtime) => Number.isFinite(real(args[0], runtime)),
  isclose: isClose,
  fsum: (args, _, runtime) => exactSum([...runtime.iterate(args[0]!)].map((item) => real(item, runtime))),
  prod: (args, keywords, runtime) => {
    let product: Value = keywords.get('start') ?? 1n;
    for (const item of runtime.iterate(args[0]!)) product = runtime.binary('*', product, item);
    return product;
  },
  sumprod: (args, _, runtime) => {
    const right = [...runtime.iterate(args[1]!)];
    let sum: Value = 0n;
    let i = 0;
    for (const item of runtime.iterate(args[0]!)) {
      sum = runtime.binary('+', sum, runtime.binary('*', item, right[i++]!));
    }
    return sum;
  },
  dist: (args, _, runtime) => {
    const right = [...runtime.iterate(args[1]!)].map((item) => real(item, runtime));
    return Math.hypot(...[...runtime.iterate(args[0]!)].map((item, i) => real(item, runtime) - right[i]!));
  },
  modf: (args, _, runtime) => {
    const x = real(args[0], runtime);
    return { kind: 'tuple', items: [x - Math.trunc(x), Math.trunc(x)] };
  },
  frexp: (args, _, runtime) => {
    const x = real(args[0], runtime);
    if (x === 0 || !Number.isFinite(x)) return { kind: 'tuple', items: [x, 0n] };
    let exponent = Math.floor(Math.log2(Math.abs(x))) + 1;
    let part = x / 2 ** exponent;
    if (Math.abs(part) >= 1) {
      part /= 2;
      exponent++;
    }
    return { kind: 'tuple', items: [part, BigInt(exponent)] };
  },
  ldexp: (args, _, runtime) => real(args[0], runtime) * 2 ** Number(args[1]),
  factorial: (args, _, runtime) => factorial(whole(args[0], runtime), runtime),
  comb: (args, _, runtime) => choose(whole(args[0], runtime), whole(args[1], runtime), runtime, false),
  perm: (args, _, runtime) =>
    choose(
      whole(args[0], runtime),
      args[1] === undefined ? whole(args[0], runtime) : whole(args[1], runtime),
      runtime,
      true,
    ),
  gcd: (args, _, runtime) => args.map((arg) => whole(arg, runtime)).reduce(gcd, 0n),
  lcm: (args, _, runtime) =>
    args.map((arg) => whole(arg, runtime)).reduce((a, b) => (a === 0n || b === 0n ? 0n : (a / gcd(a, b)) * b), 1n),
  isqrt: (args, _, runtime) => rootOf(whole(args[0], runtime)),
};

/** Python's `math`. */
export function mathModule(): PyModule {
  const members = new Map<string, Value>([
    ['pi', Math.PI],
    ['e', Math.E],
    ['tau', 2 * Math.PI],
    ['inf', Infinity],
    ['nan', NaN],
  ]);
  for (const [name, call] of Object.entries(functions)) members.set(name, native(name, call));
  return { kind: 'module', name: 'math', members };
}
