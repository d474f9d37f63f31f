import type { Machine, PyModule, PyNative, Value } from '../value';
import { dtypeOf, numpyType, typeNames } from './dtype';
import { creation } from './functions/creation';
import { indexObjects, joining } from './functions/joining';
import { differences } from './functions/differences';
import { editing } from './functions/editing';
import { logic } from './functions/logic';
import { printing } from './functions/printing';
import { reductions } from './functions/reductions';
import { rounding } from './functions/rounding';
import { selection } from './functions/selection';
import { shapes } from './functions/shape';
import { sorting } from './functions/sorting';
import { statistics } from './functions/statistics';
import { einsums } from './linalg/einsum';
import { linalgModule, polyfit } from './linalg/linalg';
import { products } from './linalg/products';
import { native } from './signature';
import './ufunc/arithmetic';
import { allUfuncs } from './ufunc/define';
import { ufuncObject } from './ufunc/ufuncObject';

/** Other names of the same functions. */
const aliases: readonly (readonly [string, string])[] = [
  ['abs', 'absolute'],
  ['true_divide', 'divide'],
  ['mod', 'remainder'],
  ['conj', 'conjugate'],
  ['bitwise_not', 'invert'],
  ['bitwise_invert', 'invert'],
  ['bitwise_left_shift', 'left_shift'],
  ['bitwise_right_shift', 'right_shift'],
  ['pow', 'power'],
  ['asin', 'arcsin'],
  ['acos', 'arccos'],
  ['atan', 'arctan'],
  ['atan2', 'arctan2'],
  ['asinh', 'arcsinh'],
  ['acosh', 'arccosh'],
  ['atanh', 'arctanh'],
];

const topics: readonly (readonly PyNative[])[] = [
  creation,
  shapes,
  joining,
  editing,
  selection,
  reductions,
  rounding,
  logic,
  sorting,
  differences,
  statistics,
  printing,
  products,
  einsums,
  [polyfit],
];

function build(): Map<string, Value> {
  const members = new Map<string, Value>();
  for (const ufunc of allUfuncs()) members.set(ufunc.name, ufuncObject(ufunc));
  for (const topic of topics) for (const each of topic) members.set(each.name, each);
  for (const [name, value] of indexObjects) members.set(name, value);
  members.set('linalg', linalgModule);
  for (const [name, of] of aliases) members.set(name, members.get(of)!);
  for (const [name, dtype] of typeNames) members.set(name, numpyType(dtype));
  for (const [name, value] of [
    ['pi', Math.PI],
    ['e', Math.E],
    ['inf', Infinity],
    ['nan', NaN],
    ['euler_gamma', 0.5772156649015329],
    ['newaxis', null],
    ['__version__', '2.4.0'],
  ] as const) {
    members.set(name, value);
  }
  for (const name of [
    'ndarray',
    'generic',
    'number',
    'integer',
    'signedinteger',
    'unsignedinteger',
    'floating',
    'inexact',
  ]) {
    members.set(name, { kind: 'numpyType', name });
  }
  members.set(
    'dtype',
    native('dtype', 'dtype, align=False, copy=False', (m, dtype) => numpyType(dtypeOf(dtype, m) ?? 'float64')),
  );
  return members;
}

let functions: ReadonlyMap<string, Value> | undefined;

/**
 * NumPy as `import numpy` gives it.
 *
 * @param more members that stand elsewhere, e.g. `random`
 */
export function numpyModule(machine: Machine, more: ReadonlyMap<string, Value> = new Map()): PyModule {
  functions ??= build();
  machine.state.set('numpy.functions', functions);
  return { kind: 'module', name: 'numpy', members: new Map([...functions, ...more]) };
}
