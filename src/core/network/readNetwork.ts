import { readArray } from '../notation/readArray';
import { readAssignments } from '../notation/readAssignments';
import type { Problem } from '../problem';
import { jsonOutline, stringValue, type JsonNode } from './jsonOutline';
import { chainFault } from './layout';
import { isLayerFunction } from './layerCall';
import { readCode } from './code/readCode';
import { jsonWeights } from './jsonWeights';
import { layerRole } from './layerNames';
import { pairLayers, type PairedLayer } from './pairLayers';
import type { NamedArray } from './namedArray';
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
  if (!isJson(text)) return mayBePython(hint) ? fromProgram(text, hint) : fromAssignments(text, hint);
  const { root, problems } = jsonOutline(text);
  if (root === undefined) return { ok: false, problems };
  const layers = root.children.find((child) => child.key === 'layers' && child.kind === 'array');
  const ours = layers?.children.some((node) => node.children.some(({ key }) => key === 'W' || key === 'b')) !== false;
  if (layers !== undefined && ours) return fromJson(text, root, layers);
  return fromWeights(jsonWeights(text, root), text, hint);
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

const mayBePython = ({ languageId }: NetworkHint): boolean =>
  languageId === undefined || languageId === 'python' || languageId === 'plaintext';

/** By what the code does; its arrays by their names where it does nothing with them. */
function fromProgram(text: string, hint: NetworkHint): NetworkResult {
  const whole = { start: 0, end: text.length };
  const code = readCode(text);
  switch (code.kind) {
    case 'chain':
      return finish(undefined, code.layers, [], [], whole);
    case 'refused': {
      const problem =
        code.reason === 'normalisation'
          ? networkProblem('network-normalisation', whole, { name: code.name ?? '' })
          : networkProblem('network-not-chain', whole);
      return { ok: false, problems: [problem] };
    }
    case 'weights': {
      const problems = code.layers.flatMap(({ name, noBias }) =>
        noBias ? [networkProblem('network-no-bias', whole, { name }, 'warning')] : [],
      );
      const lonely = code.lonely.map((name) =>
        networkProblem('network-no-weights-for-bias', whole, { name }, 'warning'),
      );
      return withActivations(code.layers, undefined, [...problems, ...lonely], text, hint);
    }
    case 'none':
      return fromAssignments(text, hint);
  }
}

function fromAssignments(text: string, hint: NetworkHint): NetworkResult {
  const read = readAssignments(text, hint.languageId === undefined ? {} : { languageId: hint.languageId });
  const named = read.flatMap(({ name, array, start, end }): NamedArray[] =>
    array === undefined ? [] : [{ name, array, start, end }],
  );
  // an array that cannot be read matters only where its name says that it belongs to a layer
  const unread = read.filter(({ name, array }) => array === undefined && layerRole(name) !== undefined);
  const result = fromWeights({ arrays: named, activations: [] }, text, hint);
  const problems = unread.flatMap((broken) => broken.problems);
  if (problems.length === 0) return result;
  return { ok: false, problems: [...problems, ...result.problems] };
}

/** Layers from arrays and their names; `activations` by layer where the text says them. */
function fromWeights(
  {
    arrays,
    activations,
  }: { readonly arrays: readonly NamedArray[]; readonly activations: readonly (string | undefined)[] },
  text: string,
  hint: NetworkHint,
): NetworkResult {
  const whole = { start: 0, end: text.length };
  const { layers, lonely, normalisation } = pairLayers(arrays);
  const placeOf = (name: string) => arrays.find((one) => one.name === name) ?? whole;
  if (normalisation !== undefined) {
    const problem = networkProblem('network-normalisation', placeOf(normalisation), { name: normalisation });
    return { ok: false, problems: [problem] };
  }
  const problems = [
    ...layers.flatMap(({ name, noBias }) =>
      noBias ? [networkProblem('network-no-bias', placeOf(name), { name }, 'warning')] : [],
    ),
    ...lonely.map((name) => networkProblem('network-no-weights-for-bias', placeOf(name), { name }, 'warning')),
  ];
  const said = activations.length === layers.length && layers.length > 0 && activations.every((id) => id !== undefined);
  return withActivations(layers, said ? activations : undefined, problems, text, hint, placeOf);
}

function withActivations(
  plain: readonly PairedLayer[],
  given: readonly string[] | undefined,
  problems: readonly Problem[],
  text: string,
  hint: NetworkHint,
  placeOf: (name: string) => { readonly start: number; readonly end: number } = () => ({ start: 0, end: text.length }),
): NetworkResult {
  const whole = { start: 0, end: text.length };
  const all = [...problems];
  const ids =
    given ??
    plain.map((_, index) => (index < plain.length - 1 ? (hint.hidden ?? 'sigmoid') : (hint.output ?? 'identity')));
  if (given === undefined && plain.length > 0 && hint.hidden === undefined && hint.output === undefined) {
    const assumed = { hidden: 'sigmoid', output: 'identity' };
    all.push(networkProblem('network-activation-assumed', placeOf(plain[0]!.name), assumed, 'warning'));
  }
  const layers = plain.map(({ W, b }, index): Layer => ({ W, b, activation: ids[index] ?? 'identity' }));
  const ranges = plain.map(({ name }) => placeOf(name));
  return finish(undefined, layers, ranges, all, whole);
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
