/** What the name of an array says of a layer. */
export interface LayerRole {
  readonly role: 'weight' | 'bias';
  /** what the names of one layer have in common */
  readonly stem: string;
  /** PyTorch keeps weights as [outputs][inputs] */
  readonly transposed: boolean;
}

const words: Readonly<Record<string, 'weight' | 'bias'>> = {
  w: 'weight',
  weight: 'weight',
  weights: 'weight',
  kernel: 'weight',
  syn: 'weight',
  synapse: 'weight',
  theta: 'weight',
  coefs: 'weight',
  b: 'bias',
  bias: 'bias',
  biases: 'bias',
  intercepts: 'bias',
};

/** Longest name that is looked at: longer ones are data, not names. */
const LONGEST_NAME = 200;

/**
 * What a name says: the word for weights or biases in it, wherever it stands, and the rest of the name, which one
 * layer's arrays have in common. W1, b1, w_1, hidden_weights, fc1.weight, layers.0.bias, dense_1/kernel:0.
 *
 * @example layerRole('fc1.weight') // { role: 'weight', stem: 'fc1', transposed: true }
 */
export function layerRole(name: string): LayerRole | undefined {
  if (name.length > LONGEST_NAME) return undefined;
  // TensorFlow ends names in :0, PyTorch keeps numbers behind .data
  const bare = name.replace(/:\d+$/, '').replace(/\.data$/, '');
  const tokens: readonly string[] = bare.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+/g) ?? [];
  const at = tokens.map((token) => Object.hasOwn(words, token.toLowerCase())).lastIndexOf(true);
  if (at < 0) return undefined;
  const stem = tokens
    .filter((token, i) => i !== at && token !== 'self')
    .join('.')
    .toLowerCase();
  return { role: words[tokens[at]!.toLowerCase()]!, stem, transposed: bare.endsWith('.weight') };
}
