import type { NumericArray } from '../../array/numericArray';
import type { Interpreter } from '../../code/runtime/interpreter';
import type { Traced } from '../../code/traceProgram';
import type { Value } from '../../code/value';
import { calleeName, graphOf } from './graph';
import { arrayOf } from './recognise';

/** An array that a program has, by a path to it: `W1`, `layers.0.W`, `model.0.weight.data`. */
export interface ProgramArray {
  readonly name: string;
  readonly array: NumericArray;
  /** a tensor of PyTorch's, whose layers keep weights as [units][inputs] */
  readonly torch: boolean;
}

const MOST_ARRAYS = 2000;
const DEEPEST = 6;

/** Every array of a program, in the order in which the program has them. */
export function arraysOf({ variables, stored, expressions, runtime }: Traced): ProgramArray[] {
  const found: ProgramArray[] = [];
  for (const [name, value] of variables) collect(value, name, found, runtime, 0);
  for (const { owner, name, value } of stored) collect(value, `${pathOf(owner)}.${name}`, found, runtime, 0);
  for (const value of expressions) setWeights(value, found, runtime);
  return found;
}

/** The path of an object that the text does not define, `model[0].weight`. */
function pathOf(value: Value): string {
  const graph = graphOf(value);
  if (graph === undefined) return '';
  if (graph.op === 'attribute') return `${pathOf(graph.operands[0]!)}.${graph.name ?? ''}`;
  if (graph.op === 'item') {
    const index = graph.operands[1];
    const written = typeof index === 'bigint' || typeof index === 'string' ? String(index) : '';
    return `${pathOf(graph.operands[0]!)}.${written}`;
  }
  return graph.name ?? '';
}

function collect(value: Value, name: string, found: ProgramArray[], runtime: Interpreter, depth: number): void {
  if (found.length >= MOST_ARRAYS || depth > DEEPEST || value === null) return;
  if (typeof value === 'number' || typeof value === 'bigint') {
    push(value, name, found, runtime);
    return;
  }
  if (typeof value !== 'object') return;
  switch (value.kind) {
    case 'ndarray':
    case 'numpyScalar': {
      push(value, name, found, runtime);
      return;
    }
    case 'dict':
      for (const [key, item] of value.entries.values()) {
        const word = typeof key === 'string' ? key : runtime.repr(key);
        collect(item, depth === 0 ? word : `${name}.${word}`, found, runtime, depth + 1);
      }
      return;
    case 'instance':
      for (const [key, item] of value.attributes) collect(item, `${name}.${key}`, found, runtime, depth + 1);
      return;
    case 'list':
    case 'tuple': {
      const numbers = value.items.every((item) => typeof item !== 'object' || isRow(item));
      if (numbers && value.items.length > 0) {
        push(value, name, found, runtime);
        return;
      }
      value.items.forEach((item, i) => collect(item, `${name}.${i}`, found, runtime, depth + 1));
      return;
    }
    default:
  }
}

const isRow = (item: Value): boolean =>
  typeof item === 'object' &&
  item?.kind === 'list' &&
  item.items.every((one) => typeof one === 'number' || typeof one === 'bigint');

function push(value: Value, name: string, found: ProgramArray[], runtime: Interpreter): void {
  const array = arrayOf(value, runtime);
  const torch = typeof value === 'object' && value?.kind === 'ndarray' && value.library === 'torch';
  if (array !== undefined) found.push({ name, array, torch });
}

/** `model.set_weights([W, b, W, b])` of Keras. */
function setWeights(value: Value, found: ProgramArray[], runtime: Interpreter): void {
  const graph = graphOf(value);
  const [callee, list] = graph?.op === 'call' ? graph.operands : [];
  if (callee === undefined || calleeName(callee) !== 'set_weights') return;
  if (typeof list !== 'object' || list?.kind !== 'list') return;
  let layer = -1;
  for (const item of list.items) {
    const array = arrayOf(item, runtime);
    if (array === undefined) continue;
    const matrix = array.shape.length === 2;
    if (matrix) layer++;
    found.push({ name: `dense_${layer}.${matrix ? 'kernel' : 'bias'}`, array, torch: false });
  }
}
