import { define } from './define';

/** Python's remainder: of the sign of the divisor. */
export function modulo(a: number, b: number): number {
  if (b === 0) return NaN;
  const r = a % b;
  if (r === 0) return b < 0 ? -0 : 0;
  return r < 0 !== b < 0 ? r + b : r;
}

export function floorDivide(a: number, b: number): number {
  if (b === 0) return a / b;
  const r = a % b;
  let q = (a - r) / b;
  if (r !== 0 && r < 0 !== b < 0) q -= 1;
  if (q === 0) return a / b < 0 || Object.is(a / b, -0) ? -0 : 0;
  const down = Math.floor(q);
  return q - down > 0.5 ? down + 1 : down;
}

function bigFloor(a: bigint, b: bigint): bigint {
  if (b === 0n) return 0n;
  const q = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? q - 1n : q;
}

function bigModulo(a: bigint, b: bigint): bigint {
  if (b === 0n) return 0n;
  const r = a % b;
  return r !== 0n && r < 0n !== b < 0n ? r + b : r;
}

/** Power modulo 2^64, which is where 64-bit integers wrap. */
function bigPower(a: bigint, b: bigint): bigint {
  let out = 1n;
  let base = a;
  for (let left = b; left > 0n; left >>= 1n) {
    if (left & 1n) out = BigInt.asIntN(64, out * base);
    base = BigInt.asIntN(64, base * base);
  }
  return out;
}

function smallPower(a: number, b: number): number {
  let out = 1;
  let base = a;
  for (let left = b; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) out = Math.imul(out, base);
    base = Math.imul(base, base);
  }
  return out;
}

/** C's pow: 1 to any power is 1, and so is -1 to an infinite one; else JavaScript's. */
export function power(a: number, b: number): number {
  if (a === 1) return 1;
  if (b === 2) return a * a;
  if (b === 0.5) return a === -Infinity ? Infinity : Math.sqrt(a === 0 ? 0 : a);
  if (a === -1 && Math.abs(b) === Infinity) return 1;
  return a ** b;
}

function gcd(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

function bigGcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

const two = { operands: 2, rule: 'arithmetic' } as const;
const one = { operands: 1, rule: 'arithmetic' } as const;
const or = (a: number, b: number): number => (a !== 0 || b !== 0 ? 1 : 0);
const and = (a: number, b: number): number => (a !== 0 && b !== 0 ? 1 : 0);

define({ ...two, name: 'add', number: (a, b) => a + b, big: (a, b) => a + b, bool: or, identity: 0 });
define({
  ...two,
  name: 'subtract',
  number: (a, b) => a - b,
  big: (a, b) => a - b,
  bool: 'numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or the logical_xor function instead.',
});
define({
  ...two,
  name: 'multiply',
  number: (a, b) => a * b,
  small: Math.imul,
  big: (a, b) => a * b,
  bool: and,
  identity: 1,
});
define({ name: 'divide', operands: 2, rule: 'divide', number: (a, b) => a / b });
define({
  ...two,
  name: 'floor_divide',
  number: floorDivide,
  small: (a, b) => (b === 0 ? 0 : Math.floor(a / b)),
  big: bigFloor,
});
define({
  ...two,
  name: 'remainder',
  number: modulo,
  small: (a, b) => (b === 0 ? 0 : modulo(a, b) + 0),
  big: bigModulo,
});
define({
  ...two,
  name: 'fmod',
  number: (a, b) => a % b,
  small: (a, b) => (b === 0 ? 0 : (a % b) + 0),
  big: (a, b) => (b === 0n ? 0n : a % b),
});
define({ ...two, name: 'power', number: power, small: smallPower, big: bigPower });
define({ name: 'float_power', operands: 2, rule: 'divide', number: power });
define({
  ...two,
  name: 'maximum',
  number: (a, b) => (Number.isNaN(a) || Number.isNaN(b) ? NaN : a >= b ? a : b),
  big: (a, b) => (a >= b ? a : b),
  bool: or,
});
define({
  ...two,
  name: 'minimum',
  number: (a, b) => (Number.isNaN(a) || Number.isNaN(b) ? NaN : a <= b ? a : b),
  big: (a, b) => (a <= b ? a : b),
  bool: and,
});
define({
  ...two,
  name: 'fmax',
  number: (a, b) => (Number.isNaN(b) || a >= b ? a : b),
  big: (a, b) => (a >= b ? a : b),
  bool: or,
});
define({
  ...two,
  name: 'fmin',
  number: (a, b) => (Number.isNaN(b) || a <= b ? a : b),
  big: (a, b) => (a <= b ? a : b),
  bool: and,
});
define({ ...two, name: 'gcd', number: gcd, big: bigGcd });
define({
  ...two,
  name: 'lcm',
  number: (a, b) => (a === 0 || b === 0 ? 0 : Math.abs(a / gcd(a, b)) * Math.abs(b)),
  big: (a, b) => (a === 0n || b === 0n ? 0n : bigGcd(0n, a / bigGcd(a, b)) * bigGcd(0n, b)),
});
define({
  ...one,
  name: 'negative',
  number: (a) => -a,
  small: (a) => 0 - a,
  big: (a) => -a,
  bool: 'The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the logical_not function instead.',
});
define({
  ...one,
  name: 'positive',
  number: (a) => a,
  big: (a) => a,
  bool: "ufunc 'positive' did not contain a loop with signature matching types <class 'numpy.dtypes.BoolDType'> -> None",
});
define({ ...one, name: 'absolute', number: Math.abs, big: (a) => (a < 0n ? -a : a), bool: (a) => a });
define({ ...one, name: 'conjugate', number: (a) => a, big: (a) => a });
define({
  ...one,
  name: 'sign',
  number: (a) => (a > 0 ? 1 : a < 0 ? -1 : a === 0 ? 0 : NaN),
  big: (a) => (a > 0n ? 1n : a < 0n ? -1n : 0n),
});
define({ ...one, name: 'square', number: (a) => a * a, small: (a) => Math.imul(a, a), big: (a) => a * a });
define({
  ...one,
  name: 'reciprocal',
  number: (a) => 1 / a,
  small: (a) => (a === 0 ? 0 : Math.trunc(1 / a)),
  big: (a) => (a === 1n || a === -1n ? a : 0n),
});
for (const [name, number] of [
  ['floor', Math.floor],
  ['ceil', Math.ceil],
  ['trunc', Math.trunc],
] as const) {
  define({ ...one, name, number, big: (a) => a, bool: (a) => a });
}

const compare = (
  name: string,
  number: (a: number, b: number) => boolean,
  bigTest: (a: bigint, b: bigint) => boolean,
): void => define({ name, operands: 2, rule: 'compare', number: (a, b) => (number(a, b) ? 1 : 0), bigTest });
compare(
  'equal',
  (a, b) => a === b,
  (a, b) => a === b,
);
compare(
  'not_equal',
  (a, b) => a !== b,
  (a, b) => a !== b,
);
compare(
  'less',
  (a, b) => a < b,
  (a, b) => a < b,
);
compare(
  'less_equal',
  (a, b) => a <= b,
  (a, b) => a <= b,
);
compare(
  'greater',
  (a, b) => a > b,
  (a, b) => a > b,
);
compare(
  'greater_equal',
  (a, b) => a >= b,
  (a, b) => a >= b,
);

define({ name: 'logical_and', operands: 2, rule: 'logical', number: and, identity: 1 });
define({ name: 'logical_or', operands: 2, rule: 'logical', number: or, identity: 0 });
define({ name: 'logical_xor', operands: 2, rule: 'logical', number: (a, b) => ((a !== 0) !== (b !== 0) ? 1 : 0) });
define({ name: 'logical_not', operands: 1, rule: 'logical', number: (a) => (a === 0 ? 1 : 0) });

const bits = { operands: 2, rule: 'bitwise' } as const;
define({ ...bits, name: 'bitwise_and', number: (a, b) => a & b, big: (a, b) => a & b, bool: and, identity: -1 });
define({ ...bits, name: 'bitwise_or', number: (a, b) => a | b, big: (a, b) => a | b, bool: or, identity: 0 });
define({
  ...bits,
  name: 'bitwise_xor',
  number: (a, b) => a ^ b,
  big: (a, b) => a ^ b,
  bool: (a, b) => a ^ b,
  identity: 0,
});
define({
  ...bits,
  name: 'left_shift',
  number: (a, b) => (b > 31 ? 0 : a << b),
  big: (a, b) => (b > 63n ? 0n : a << b),
});
define({
  ...bits,
  name: 'right_shift',
  number: (a, b) => (b > 31 ? (a < 0 ? -1 : 0) : a < 0 ? a >> b : Math.floor(a / 2 ** b)),
  big: (a, b) => a >> b,
});
define({ name: 'invert', operands: 1, rule: 'bitwise', number: (a) => ~a, big: (a) => ~a, bool: (a) => 1 - a });
