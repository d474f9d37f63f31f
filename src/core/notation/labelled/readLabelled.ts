import type { DType } from '../../array/numericArray';
import { ArrayBuilder } from '../build/arrayBuilder';
import { finish } from '../build/finish';
import { dtypeOfName } from '../lexis/words';
import type { Reader, ReadHint, ReadResult } from '../notation';
import { problem, quoted } from '../problems';
import { numbersOf, type DictNode, type Node, type NumberNode } from './node';
import { parse } from './parse';
import { labelledOf, type Labelled } from './records';

/** what may stand before the literal: nothing, an assignment, a key, a prompt of an interpreter */
const before =
  /^\s*(?:(?:Out|In)\s?\[\d{1,6}\]:\s*|>>> ?)?(?:(?:(?:const|let|var|return)\s+)?["']?[\w.$ -]{0,100}["']?\s*[=:]\s*)?$/;
const after = /^[\s,;)\]}]*(?:(?:#|\/\/)[^\n]*\s*)?$/;
const beginning = /(?:[A-Za-z_][\w.]{0,40}\(|[[{(])/;

/**
 * Numbers with names in the literals of Python, JSON and JavaScript: `{'cat': 0.9, 'dog': 0.1}`, pairs and tuples,
 * records of classifiers (`{'label': …, 'score': …}`), the logprobs of language models. Numbers of the records that
 * are none of the array (ranks, token ids) are counted in a warning.
 */
export const readLabelled: Reader = (text, hint) => {
  const found = beginning.exec(text.slice(0, 400));
  if (found === null) return undefined;
  const start = found.index;
  // names are quoted, or stand before a colon or an equals sign; bare numbers are another reader's
  if (!/["'`:]|\w\s?=/.test(text.slice(start + 1, start + 300)) || !before.test(text.slice(0, start))) return undefined;
  const node = parse(text, start);
  if (node === undefined || (node.kind !== 'list' && node.kind !== 'dict')) return undefined;
  if (text.length - node.end > 300 || !after.test(text.slice(node.end))) return undefined;
  const typed = node.kind === 'dict' ? typedOf(node) : undefined;
  if (typed !== undefined) return finished(text, node, typed.labelled, typed.dtype, hint, 0);
  const labelled = labelledOf(node);
  if (labelled === undefined) return undefined;
  const left = numbersOf(node) - labelled.numbers.length;
  return finished(text, node, labelled, dtypeOf(labelled.numbers), hint, left);
};

function dtypeOf(numbers: readonly NumberNode[]): DType {
  const dtype = numbers[0]?.dtype;
  return dtype !== undefined && numbers.every((one) => one.dtype === dtype) ? dtype : 'float64';
}

/** `{"data": {"0": 0.1, "1": 0.2}, "dims": [1, 2], "type": "float32"}`: values, shape and type of a tensor. */
function typedOf({ entries }: DictNode): { labelled: Labelled; dtype: DType } | undefined {
  const member = (...keys: readonly string[]): Node | undefined => entries.find(({ key }) => keys.includes(key))?.node;
  const data = member('data', 'values', 'cpuData');
  const dims = member('dims', 'shape', 'size');
  if (data === undefined || dims?.kind !== 'list') return undefined;
  const items = data.kind === 'list' ? data.items : data.kind === 'dict' ? data.entries.map(({ node }) => node) : [];
  if (data.kind === 'dict' && !data.entries.every(({ key }, i) => key === String(i))) return undefined;
  const isNumber = (one: Node): one is NumberNode => one.kind === 'number';
  if (!items.every(isNumber) || !dims.items.every(isNumber)) return undefined;
  const type = member('type', 'dtype');
  const dtype = type?.kind === 'string' ? dtypeOfName(type.text, true) : undefined;
  const shape = dims.items.map(({ value }) => value);
  return { labelled: { numbers: items, shape, labels: [] }, dtype: dtype ?? 'float64' };
}

function finished(
  text: string,
  { start, end }: Node,
  { numbers, shape, labels }: Labelled,
  dtype: DType,
  hint: ReadHint,
  left: number,
): ReadResult {
  const builder = new ArrayBuilder(hint.ranges);
  const problems = [];
  let missing = 0;
  builder.open(start);
  for (const one of numbers) {
    if (one.missing && hint.missing !== 'nan') {
      problems.push(problem('missing', one.start, one.end - one.start, { name: text.slice(one.start, one.end) }));
    } else if (one.missing) missing++;
    builder.value(one.value, one.start, one.end);
    if (one.significant > 0) builder.digits(one.decimals, one.significant);
  }
  builder.close(end);
  if (shape.reduce((product, length) => product * length, 1) === numbers.length) builder.reshape(shape);
  else problems.push(problem('bad-shape', start, end - start, { shape: shape.join(', '), count: numbers.length }));
  builder.labels = labels;
  if (missing > 0) problems.push(problem('missing-as-nan', start, end - start, { count: missing }));
  if (left > 0) {
    problems.push(problem('numbers-left-out', start, end - start, { count: left, text: quoted(text, start, end) }));
  }
  return finish(builder, 'labelled', dtype, start, end, problems, hint);
}
