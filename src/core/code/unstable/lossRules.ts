import { pathOf, type Expression } from '../formula/expression';
import { isLayer, layerCall, roleOf } from './roles';
import { taken, textOf, type Ground, type Rule } from './rule';

/** sigmoid(sigmoid(x)), sigmoid(softmax(x)), softmax(sigmoid(x)): 0..1 goes through a squashing function again. */
export const sigmoidTwice: Rule = (expression, ground) => {
  const outerSigmoid =
    roleOf('sigmoid', expression, ground.aliases) ?? layerCall('Sigmoid', expression, ground.aliases);
  const outer = outerSigmoid ?? roleOf('softmax', expression, ground.aliases);
  if (outer === undefined) return undefined;
  const sigmoid =
    taken('sigmoid', outer.of, ground) ?? layerCall('Sigmoid', ground.scopes.value(outer.of), ground.aliases);
  const inner = sigmoid ?? (outerSigmoid === undefined ? undefined : taken('softmax', outer.of, ground));
  if (inner === undefined || inner.call === outer.call) return undefined;
  return { id: 'sigmoid-twice', start: expression.start, end: expression.end, figures: {} };
};

/** The first argument of a loss: `F.cross_entropy(x, y)`, `nn.CrossEntropyLoss()(x, y)`, `criterion(x, y)`. */
function lossInput(
  expression: Expression,
  functionName: string,
  layer: string,
  ground: Ground,
): Expression | undefined {
  if (expression.kind !== 'call') return undefined;
  const first = expression.args.find(({ name }) => name === undefined || name === 'input')?.value;
  const path = pathOf(expression.callee, ground.aliases);
  if (path !== undefined && new RegExp(`^(torch\\.nn\\.functional|F)\\.${functionName}$`).test(path)) return first;
  const made = ground.scopes.value(expression.callee);
  const layerPath = made.kind === 'call' ? pathOf(made.callee, ground.aliases) : undefined;
  return layerPath !== undefined && isLayer(layerPath, layer) ? first : undefined;
}

/** CrossEntropyLoss of probabilities: it takes the logits, and applies log-softmax itself. */
export const softmaxBeforeLoss: Rule = (expression, ground) => {
  const input = lossInput(expression, 'cross_entropy', 'CrossEntropyLoss', ground);
  const soft =
    input === undefined
      ? undefined
      : (taken('softmax', input, ground) ?? layerCall('Softmax', ground.scopes.value(input), ground.aliases));
  if (input === undefined || soft === undefined) return undefined;
  return beforeLoss('softmax-before-loss', expression, input, soft, ground);
};

/** BCEWithLogitsLoss of probabilities: it takes the logits, and applies the sigmoid itself. */
export const sigmoidBeforeLoss: Rule = (expression, ground) => {
  const input = lossInput(expression, 'binary_cross_entropy_with_logits', 'BCEWithLogitsLoss', ground);
  const squashed =
    input === undefined
      ? undefined
      : (taken('sigmoid', input, ground) ?? layerCall('Sigmoid', ground.scopes.value(input), ground.aliases));
  if (input === undefined || squashed === undefined) return undefined;
  return beforeLoss('sigmoid-before-loss', expression, input, squashed, ground);
};

function beforeLoss(
  id: 'softmax-before-loss' | 'sigmoid-before-loss',
  expression: Expression,
  input: Expression,
  squashed: { readonly of: Expression; readonly call: Expression },
  ground: Ground,
): ReturnType<Rule> {
  const { start, end } = expression;
  // where the squashing stands elsewhere, others may use its result
  if (squashed.call.start < input.start || squashed.call.end > input.end) return { id, start, end, figures: {} };
  const to = textOf(squashed.of, ground);
  return { id, start, end, figures: {}, fix: { to, changes: [{ start: input.start, end: input.end, text: to }] } };
}

/** Each framework's LeakyReLU without a slope: the default differs, which matters in a text that uses two of them. */
const leakyDefaults: readonly (readonly [path: RegExp, framework: string, slope: number, slots: number])[] = [
  [/^(torch\.nn|nn)\.LeakyReLU$/, 'PyTorch', 0.01, 0],
  [/^(torch\.nn\.functional|F)\.leaky_relu$/, 'PyTorch', 0.01, 1],
  [/^jax\.nn\.leaky_relu$/, 'JAX', 0.01, 1],
  [/^(tf|tensorflow)\.nn\.leaky_relu$/, 'TensorFlow', 0.2, 1],
  [/^((tf|tensorflow)\.)?(keras\.)?layers\.LeakyReLU$/, 'Keras', 0.3, 0],
];

export const leakySlope: Rule = (expression, ground) => {
  if (expression.kind !== 'call' || ground.code.language !== 'python') return undefined;
  const path = pathOf(expression.callee, ground.aliases) ?? '';
  const found = leakyDefaults.find(([pattern]) => pattern.test(path));
  if (found === undefined || expression.args.length > found[3]) return undefined;
  const others = [...new Set(ground.aliases.values())].filter((name) => frameworkOf(name) !== undefined);
  const frameworks = new Set(others.map(frameworkOf));
  frameworks.delete(found[1] === 'Keras' ? 'TensorFlow' : found[1]);
  if (frameworks.size === 0) return undefined;
  return {
    id: 'leaky-slope',
    start: expression.start,
    end: expression.end,
    figures: { framework: found[1], slope: found[2] },
  };
};

function frameworkOf(path: string): string | undefined {
  if (path.startsWith('torch')) return 'PyTorch';
  if (path.startsWith('jax')) return 'JAX';
  return /^(tf|tensorflow|keras)/.test(path) ? 'TensorFlow' : undefined;
}
