import { activations } from '../../activations/registry';
import { dtypes, type NumericArray } from '../../array/numericArray';
import { codeValue } from '../../code/codeValue';
import type { Interpreter } from '../../code/runtime/interpreter';
import { noKeywords } from '../../code/runtime/runtime';
import type { CodeArray } from '../../code/workedOut';
import { PyError, type Value } from '../../code/value';
import { callOf } from '../../function/call';
import { functions } from '../../functions/registry';
import { run } from '../../functions/run';
import { calleeName, graphOf } from './graph';

/** The function of a layer, by what it does. */
export interface RecognisedFunction {
  readonly activation: string;
  readonly params?: Readonly<Record<string, number>>;
}

/** Points at which functions are told apart: both signs, small and large, none of them special. */
const PROBES = [-2.3, -0.7, 0.4, 1.1, 3.2];

/** Names of functions that a text may call without defining them. */
const names: Readonly<Record<string, string>> = {
  sigmoid: 'sigmoid',
  expit: 'sigmoid',
  logistic: 'sigmoid',
  logsig: 'sigmoid',
  relu: 'relu',
  rectify: 'relu',
  leakyrelu: 'leakyRelu',
  lrelu: 'leakyRelu',
  tanh: 'tanh',
  tansig: 'tanh',
  softmax: 'softmax',
  logsoftmax: 'logSoftmax',
  identity: 'identity',
  identityfunction: 'identity',
  linear: 'identity',
  purelin: 'identity',
  none: 'identity',
  stepfunction: 'step',
  step: 'step',
  heaviside: 'step',
  swish: 'silu',
  silu: 'silu',
  gelu: 'gelu',
  elu: 'elu',
  selu: 'selu',
  softplus: 'softplus',
  softsign: 'softsign',
  mish: 'mish',
  hardsigmoid: 'hardSigmoid',
  relu6: 'relu6',
};

/** The id of the function that a name means in any spelling, `ReLu`, `leaky_relu`, `SoftMax`. */
export function functionNamed(name: string): string | undefined {
  const bare = name.replace(/[^A-Za-z0-9]/g, '').toLowerCase();
  if (Object.hasOwn(names, bare)) return names[bare];
  return functions.has(name) ? name : undefined;
}

/**
 * Which function the graph between `leaf` and `output` computes: tried on probe points and compared with every
 * function that is known. Undefined where none computes the same.
 */
export function recogniseFunction(output: Value, leaf: Value, runtime: Interpreter): RecognisedFunction | undefined {
  if (output === leaf) return { activation: 'identity' };
  const named = namedCall(output, leaf);
  if (named !== undefined) return named;
  const row = runtime.call(runtime.attribute(runtime.module('numpy'), 'array'), [{ kind: 'list', items: [...PROBES] }]);
  for (const shape of [[PROBES.length], [1, PROBES.length], [PROBES.length, 1]]) {
    const probe = runtime.call(runtime.attribute(row, 'reshape'), shape.map(BigInt));
    const values = numbersOf(replay(output, leaf, probe, runtime), runtime);
    const found = values === undefined ? undefined : matching(values);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A call of a function that the text does not define, on the leaf itself: known by its name and its numbers. */
function namedCall(output: Value, leaf: Value): RecognisedFunction | undefined {
  const graph = graphOf(output);
  if (graph?.op !== 'call') return undefined;
  const [callee, first, ...rest] = graph.operands;
  const method = graphOf(callee!);
  const isUndefined = method !== undefined;
  const of = method?.op === 'attribute' && first === undefined ? method.operands[0] : first;
  if (!isUndefined || of !== leaf) return undefined;
  const activation = functionNamed(calleeName(callee!));
  const parameter = activation === undefined ? undefined : activations.get(activation)?.parameters[0];
  const given =
    rest.find((value) => typeof value === 'number') ??
    [...(graph.keywords?.values() ?? [])].find((value) => typeof value === 'number');
  if (activation === undefined) return undefined;
  return parameter === undefined || typeof given !== 'number'
    ? { activation }
    : { activation, params: { [parameter.id]: given } };
}

/** The graph worked out again with the probe in place of the leaf; undefined where that fails. */
function replay(output: Value, leaf: Value, probe: Value, runtime: Interpreter): Value | undefined {
  const known = new Map<Value, Value>([[leaf, probe]]);
  const work = (value: Value): Value => {
    const done = known.get(value);
    if (done !== undefined) return done;
    const graph = graphOf(value);
    if (graph === undefined) {
      if (typeof value !== 'object' || value === null || (value.kind !== 'list' && value.kind !== 'tuple'))
        return value;
      return { ...value, items: value.items.map(work) };
    }
    const result = operation(value);
    known.set(value, result);
    return result;
  };
  const operation = (value: Value): Value => {
    const { op, name = '', operands, keywords = noKeywords } = graphOf(value)!;
    const [first, second] = operands;
    if (op === 'attribute') return runtime.attribute(work(first!), name);
    if (op === 'item') return runtime.getItem(work(first!), work(second!));
    if (op === 'call')
      return called(first!, operands.slice(1).map(work), new Map([...keywords].map(([key, one]) => [key, work(one)])));
    if (op === 'name') throw new PyError('NameError', name);
    if (second === undefined) return runtime.unary(op as '-', work(first!));
    if (/^(==|!=|<|<=|>|>=)$/.test(op)) return runtime.compare(op as '<', work(first!), work(second));
    return runtime.binary(op as '+', work(first!), work(second));
  };
  const called = (callee: Value, args: readonly Value[], keywords: ReadonlyMap<string, Value>): Value => {
    const graph = graphOf(callee);
    if (graph?.op === 'name') return byName(graph.name ?? '', args, runtime);
    const target = graph === undefined ? callee : work(callee);
    try {
      return runtime.call(target, args, keywords);
    } catch (error) {
      // a function of one number: taken value by value
      if (!(error instanceof PyError) || args.length !== 1) throw error;
      const flat = runtime.call(runtime.attribute(args[0]!, 'ravel'), []);
      const items = [...runtime.iterate(flat)].map((item) => runtime.call(target, [item]));
      const list = runtime.call(runtime.attribute(runtime.module('numpy'), 'array'), [{ kind: 'list', items }]);
      return runtime.call(runtime.attribute(list, 'reshape'), [runtime.attribute(args[0]!, 'shape')]);
    }
  };
  try {
    return work(output);
  } catch {
    return undefined;
  }
}

/** A function that the text does not define, by its name. */
function byName(name: string, [of]: readonly Value[], runtime: Interpreter): Value {
  const id = functionNamed(name);
  const array = of === undefined ? undefined : arrayOf(of, runtime);
  if (id === undefined || array === undefined) throw new PyError('NameError', name);
  const { data, shape } = run(callOf(id), array);
  const list = runtime.call(runtime.attribute(runtime.module('numpy'), 'array'), [{ kind: 'list', items: [...data] }]);
  return runtime.call(runtime.attribute(list, 'reshape'), shape.map(BigInt));
}

/** Whole numbers and bools are float64 to a network. */
const asNumeric = ({ data, shape, dtype }: CodeArray): NumericArray => ({
  data,
  shape,
  dtype: dtypes.find((one) => one === dtype) ?? 'float64',
});

/** A known value as an array of core's. */
export function arrayOf(value: Value, runtime: Interpreter): NumericArray | undefined {
  const copy = codeValue(value, runtime, { left: 10_000_000 });
  if (copy?.kind === 'array') return asNumeric(copy.array);
  if (copy?.kind === 'number') return { data: Float64Array.of(copy.value), shape: [], dtype: 'float64' };
  if (copy?.kind !== 'list' && copy?.kind !== 'tuple') return undefined;
  try {
    const made = runtime.call(runtime.attribute(runtime.module('numpy'), 'array'), [value]);
    const array = codeValue(made, runtime, { left: 10_000_000 });
    return array?.kind === 'array' ? asNumeric(array.array) : undefined;
  } catch {
    return undefined;
  }
}

function numbersOf(value: Value | undefined, runtime: Interpreter): Float64Array | undefined {
  const array = value === undefined ? undefined : arrayOf(value, runtime);
  return array?.data.length === PROBES.length ? array.data : undefined;
}

const near = (x: number, y: number): boolean =>
  Object.is(x, y) || Math.abs(x - y) <= 1e-6 * Math.max(1e-3, Math.abs(y));

function matching(values: Float64Array): RecognisedFunction | undefined {
  const input: NumericArray = { data: Float64Array.from(PROBES), shape: [PROBES.length], dtype: 'float64' };
  const fits = (id: string, params: Readonly<Record<string, number>> = {}): boolean => {
    const record = functions.get(id)!;
    if (record.kind === 'gate' || id === 'logSumExp') return false;
    const { data } = run(callOf(id, params), input);
    return data.length === values.length && data.every((x, i) => near(values[i]!, x));
  };
  for (const id of functions.keys()) if (fits(id)) return { activation: id };
  // one parameter that the first negative value tells
  const negativeSlope = values[0]! / PROBES[0]!;
  if (fits('leakyRelu', { negativeSlope })) return { activation: 'leakyRelu', params: { negativeSlope } };
  const alpha = values[0]! / Math.expm1(PROBES[0]!);
  if (alpha > 0 && fits('elu', { alpha })) return { activation: 'elu', params: { alpha } };
  return undefined;
}
