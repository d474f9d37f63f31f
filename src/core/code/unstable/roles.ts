import { pathOf, type Call, type Expression } from '../formula/expression';

/** What a call does, as far as the rules ask. */
export type Role = 'exp' | 'log' | 'sum' | 'max' | 'softmax' | 'logSoftmax' | 'sigmoid' | 'erf' | 'sqrt';

/** The last names of the functions that play a role; `.exp()` as a method counts too where it says so. */
const names: Readonly<Record<Role, { readonly functions: readonly string[]; readonly methods: readonly string[] }>> = {
  exp: { functions: ['exp', 'expf', '__expf', 'hexp'], methods: ['exp', 'exp_'] },
  log: { functions: ['log', 'logf', '__logf'], methods: ['log', 'log_'] },
  sum: { functions: ['sum', 'fsum', 'reduce_sum', 'nansum'], methods: ['sum'] },
  max: { functions: ['max', 'amax', 'reduce_max', 'nanmax', 'max_element'], methods: ['max', 'amax'] },
  softmax: { functions: ['softmax'], methods: ['softmax'] },
  logSoftmax: { functions: ['log_softmax', 'logSoftmax'], methods: ['log_softmax', 'logSoftmax'] },
  sigmoid: { functions: ['sigmoid', 'expit'], methods: ['sigmoid', 'sigmoid_'] },
  erf: { functions: ['erf', 'erff'], methods: ['erf'] },
  sqrt: { functions: ['sqrt', 'sqrtf'], methods: ['sqrt'] },
};

/** Libraries whose functions are what their names say; a bare name (imported, or the user's own) is taken at its word. */
const libraries =
  /^(numpy|np|math|cmath|torch|torch\.nn\.functional|torch\.special|F|jax|jax\.nn|jax\.numpy|jnp|jax\.lax|jax\.scipy\.special|tf|tf\.nn|tf\.math|tensorflow|tensorflow\.nn|tensorflow\.math|keras\.ops|keras\.activations|tensorflow\.keras\.activations|scipy\.special|special|cupy|cp|mx\.nd|Math|std|at|xp|c10|thrust|cuda)$/;

/** The array that a call of this role is taken of, and how it was called; undefined where it is no such call. */
export function roleOf(
  role: Role,
  expression: Expression,
  aliases: ReadonlyMap<string, string>,
): { readonly of: Expression; readonly call: Call } | undefined {
  if (expression.kind !== 'call') return undefined;
  const { callee, args } = expression;
  const { functions, methods } = names[role];
  const path = pathOf(callee, aliases);
  const first = args[0];
  if (path !== undefined && first !== undefined && first.name === undefined) {
    const dot = path.lastIndexOf('.');
    const owner = path.slice(0, Math.max(dot, 0));
    if (functions.includes(path.slice(dot + 1)) && (dot < 0 || libraries.test(owner))) {
      return { of: first.value, call: expression };
    }
  }
  // x.exp(): the object is the array, unless it is a module
  if (callee.kind === 'attribute' && methods.includes(callee.name)) {
    const owner = pathOf(callee.object, aliases);
    if (owner === undefined || !libraries.test(owner)) return { of: callee.object, call: expression };
  }
  return undefined;
}

/** `nn.Softmax(dim=1)(x)`: the layer made and called at once. */
export function layerCall(
  layer: string,
  expression: Expression,
  aliases: ReadonlyMap<string, string>,
): { readonly of: Expression; readonly made: Call; readonly call: Call } | undefined {
  if (expression.kind !== 'call' || expression.callee.kind !== 'call') return undefined;
  const path = pathOf(expression.callee.callee, aliases);
  const first = expression.args[0];
  if (path === undefined || first === undefined || !isLayer(path, layer)) return undefined;
  return { of: first.value, made: expression.callee, call: expression };
}

/** Whether the path names this layer of PyTorch or Keras. */
export function isLayer(path: string, layer: string): boolean {
  return (
    path === layer ||
    (['nn', 'torch.nn', 'layers', 'keras.layers', 'tensorflow.keras.layers', 'tf.keras.layers', 'tf.layers'].includes(
      path.slice(0, -layer.length - 1),
    ) &&
      path.endsWith(`.${layer}`))
  );
}
