import { readArray } from '../notation/readArray';
import { functionNamed } from './code/recognise';
import { stringValue, type JsonNode } from './jsonOutline';
import type { NamedArray } from './namedArray';

/** What frameworks keep in a file that is brain.js's: the sigmoid everywhere, weights as [units][inputs]. */
const isBrain = (text: string, root: JsonNode): boolean =>
  root.children.some(
    (child) => child.key === 'type' && child.kind === 'string' && stringValue(text, child) === 'NeuralNetwork',
  ) && root.children.some((child) => child.key === 'sizes');

/**
 * The arrays of a JSON file of any framework by their paths, `dense_1/kernel:0`, `layers.1.weights`, and the
 * activations that stand beside them.
 */
export function jsonWeights(
  text: string,
  root: JsonNode,
): { arrays: (NamedArray & { unitsFirst?: boolean })[]; activations: (string | undefined)[] } {
  const arrays: (NamedArray & { unitsFirst?: boolean })[] = [];
  /** activations by the path of their layer */
  const pending = new Map<string, string | undefined>();
  const brain = isBrain(text, root);
  const stack: { node: JsonNode; path: string }[] = [{ node: root, path: '' }];
  while (stack.length > 0) {
    const { node, path } = stack.pop()!;
    if (node.kind === 'array' && !holdsObjects(node)) {
      const read = readArray(text.slice(node.start, node.end), { languageId: 'json' });
      if (!read.ok || read.array.data.length === 0) continue;
      arrays.push({
        name: path,
        array: read.array,
        start: node.start,
        end: node.end,
        ...(brain ? { unitsFirst: true } : {}),
      });
      continue;
    }
    if (node.kind === 'object') {
      const said = node.children.find(({ key, kind }) => key === 'activation' && kind === 'string');
      const weights = node.children.some(
        ({ key, kind }) => kind === 'array' && /^(weights?|kernel|W)$/.test(key ?? ''),
      );
      if (weights && said !== undefined) pending.set(path, functionNamed(stringValue(text, said) ?? ''));
    }
    const children = node.children.map((child, i) => ({
      node: child,
      path: path === '' ? (child.key ?? String(i)) : `${path}.${child.key ?? i}`,
    }));
    stack.push(...children.reverse());
  }
  const ids = arrays
    .filter(({ name, array }) => /(weights?|kernel(:\d+)?|W)$/.test(name) && array.shape.length === 2)
    .map(({ name }) => (brain ? 'sigmoid' : pending.get(name.slice(0, name.lastIndexOf('.')))));
  return { arrays, activations: ids };
}

const holdsObjects = (node: JsonNode): boolean => node.children.some((child) => child.kind === 'object');
