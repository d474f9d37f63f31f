import { readArray } from '../notation/readArray';
import { readAssignments } from '../notation/readAssignments';
import type { Problem } from '../problem';
import { jsonOutline, stringValue, type JsonNode } from './jsonOutline';
import { chainFault } from './layout';
import { isLayerFunction } from './layerCall';
import { namedLayers, roleOf, type NamedArray, type PlainLayer } from './namedLayers';
import type { Layer, Network } from './network';
import { networkProblem } from './problems';

export interface NetworkHint {
  readonly languageId?: string;
  /** activation of the hidden layers where the text names none; sigmoid by default, as in the notebook */
  readonly hidden?: string;
  /** activation of the last layer where the text names none; identity by default */
  readonly output?: string;
}

export type NetworkResult =
  | { readonly ok: true; readonly network: Network; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads a network from text: a JSON network file (`{ "layers": [{ "W", "b", "activation", "params" }] }`), a Python
 * dict or assignments of arrays (`network['W1'] = np.array(...)`, `b1 = ...`), or a PyTorch-style state dict, whose
 * `fc1.weight` is [outputs][inputs] and is transposed.
 *
 * Never throws: what is wrong comes as problems with places. Shapes that do not chain give a problem that names both
 * layers and both shapes.
 */
export function readNetwork(text: string, hint: NetworkHint = {}): NetworkResult {
  if (!isJson(text)) return fromAssignments(text, hint);
  const { root, problems } = jsonOutline(text);
  if (root === undefined) return { ok: false, problems };
  const layers = root.children.find((child) => child.key === 'layers' && child.kind === 'array');
  return layers === undefined ? fromAssignments(text, hint) : fromJson(text, root, layers);
}

/** Whether a text begins as a JSON object does: a brace and a key in double quotes. */
function isJson(text: string): boolean {
  const start = text.trimStart().slice(0, 200);
  return start.startsWith('{') && start.slice(1).trimStart().startsWith('"');
}

function finish(
  name: string | undefined,
  layers: readonly Layer[],
  ranges: readonly { readonly start: number; readonly end: number }[],
  problems: readonly Problem[],
  whole: { readonly start: number; readonly end: number },
): NetworkResult {
  if (problems.some((problem) => problem.severity === 'error')) return { ok: false, problems };
  if (layers.length === 0) return { ok: false, problems: [...problems, networkProblem('network-empty', whole)] };
  const network: Network = name === undefined ? { layers } : { name, layers };
  const fault = chainFault(network);
  if (fault !== undefined) {
    const place = ranges[fault.layer] ?? whole;
    return {
      ok: false,
      problems: [...problems, networkProblem('network-shapes', place, { cause: fault.message, ...fault.details })],
    };
  }
  return { ok: true, network, problems };
}

function fromAssignments(text: string, hint: NetworkHint): NetworkResult {
  const read = readAssignments(text, hint.languageId === undefined ? {} : { languageId: hint.languageId });
  const named = read.flatMap(({ name, array, start, end }): NamedArray[] =>
    array === undefined ? [] : [{ name, array, start, end }],
  );
  const { layers: plain, problems } = namedLayers(named);
  // an array that cannot be read matters only where its name says that it belongs to a layer
  const unread = read.filter(({ name, array }) => array === undefined && roleOf(name) !== undefined);
  const all: Problem[] = [...unread.flatMap((broken) => broken.problems), ...problems];
  const whole = { start: 0, end: text.length };
  const given = activationsIn(text, plain);
  const ids =
    given ??
    plain.map((_, index) => (index < plain.length - 1 ? (hint.hidden ?? 'sigmoid') : (hint.output ?? 'identity')));
  if (given === undefined && plain.length > 0 && hint.hidden === undefined && hint.output === undefined) {
    all.push(
      networkProblem(
        'network-activation-assumed',
        plain[0]!.source,
        { hidden: 'sigmoid', output: 'identity' },
        'warning',
      ),
    );
  }
  const layers = plain.map(({ W, b }, index): Layer => ({ W, b, activation: ids[index] ?? 'identity' }));
  return finish(
    undefined,
    layers,
    plain.map((layer) => layer.source),
    all,
    whole,
  );
}

/** Function names as code calls them after the arrays, for texts that hold the forward pass as well. */
const calls: Readonly<Record<string, string>> = {
  sigmoid: 'sigmoid',
  relu: 'relu',
  tanh: 'tanh',
  gelu: 'gelu',
  silu: 'silu',
  elu: 'elu',
  selu: 'selu',
  celu: 'celu',
  mish: 'mish',
  softplus: 'softplus',
  leaky_relu: 'leakyRelu',
  relu6: 'relu6',
  hardswish: 'hardSwish',
  softmax: 'softmax',
  log_softmax: 'logSoftmax',
  identity_function: 'identity',
  identity: 'identity',
};

/**
 * The activations that the code after the last array calls, in order: `z1 = sigmoid(a1)`. Taken only when there is one
 * for each layer, or one for each but the last, which is then the identity.
 */
function activationsIn(text: string, plain: readonly PlainLayer[]): readonly string[] | undefined {
  const last = plain.reduce((end, layer) => Math.max(end, layer.source.end), 0);
  const found: string[] = [];
  for (const match of text.slice(last).matchAll(/\b([a-z][a-z_0-9]{2,20})\(/g)) {
    const definition = /def\s+$/.test(text.slice(Math.max(0, last + match.index - 8), last + match.index));
    const id = calls[match[1]!];
    if (id !== undefined && !definition && found.length <= plain.length) found.push(id);
  }
  if (plain.length === 0) return undefined;
  if (found.length === plain.length) return found;
  return found.length === plain.length - 1 && found.length > 0 ? [...found, 'identity'] : undefined;
}

function fromJson(text: string, root: JsonNode, list: JsonNode): NetworkResult {
  const problems: Problem[] = [];
  const layers: Layer[] = [];
  const ranges: JsonNode[] = [];
  const arrayOf = (node: JsonNode, name: string) => {
    const read = readArray(text.slice(node.start, node.end), { languageId: 'json' });
    if (read.ok) return read.array;
    const cause = read.problems[0];
    const offset = node.start + (cause?.offset ?? 0);
    const place = { start: offset, end: offset + (cause?.length ?? 1) };
    problems.push(networkProblem('network-not-array', place, { name, cause: cause?.message ?? '' }));
    return undefined;
  };
  const nodes = list.children.filter((child) => child.kind === 'object');
  for (const [index, node] of nodes.entries()) {
    const member = (key: string): JsonNode | undefined => node.children.find((child) => child.key === key);
    const number = index + 1;
    const wNode = member('W');
    if (wNode === undefined) {
      problems.push(networkProblem('network-no-weights', node, { layer: number }));
      continue;
    }
    const W = arrayOf(wNode, `W of layer ${number}`);
    const bNode = member('b');
    const b = bNode === undefined ? undefined : arrayOf(bNode, `b of layer ${number}`);
    if (bNode === undefined) {
      problems.push(networkProblem('network-no-bias', wNode, { name: `layer ${number}` }, 'warning'));
    }
    const activationNode = member('activation');
    const activation = activationNode === undefined ? 'identity' : (stringValue(text, activationNode) ?? '');
    const params = readParams(text, member('params'), number, problems);
    if (!isLayerFunction(activation)) {
      const details = { layer: number, name: activation };
      problems.push(networkProblem('network-unknown-activation', activationNode ?? node, details));
    }
    if (W === undefined || (bNode !== undefined && b === undefined)) continue;
    const units = W.shape[1] ?? 0;
    const zeros = { data: new Float64Array(units), shape: [units], dtype: 'float64' } as const;
    layers.push({ W, b: b ?? zeros, activation, ...(params === undefined ? {} : { params }) });
    ranges.push(wNode);
  }
  const nameNode = root.children.find((child) => child.key === 'name' && child.kind === 'string');
  return finish(nameNode && stringValue(text, nameNode), layers, ranges, problems, root);
}

function readParams(
  text: string,
  node: JsonNode | undefined,
  layer: number,
  problems: Problem[],
): Readonly<Record<string, number>> | undefined {
  if (node === undefined) return undefined;
  const pairs = node.children.map((child) => [child.key ?? '', Number(text.slice(child.start, child.end))] as const);
  if (node.kind !== 'object' || pairs.some(([, value]) => Number.isNaN(value))) {
    problems.push(networkProblem('network-bad-params', node, { layer }));
    return undefined;
  }
  return Object.fromEntries(pairs);
}
