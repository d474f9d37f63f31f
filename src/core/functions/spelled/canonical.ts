/** Beginnings of paths that mean the same place, longest first. */
const places: readonly (readonly [string, readonly string[]])[] = [
  ['torch.nn.modules.activation.', ['torch.nn.']],
  ['torch.nn.functional.', ['torch.nn.functional.']],
  ['torch._C._nn.', ['torch.nn.functional.']],
  ['tensorflow.compat.v1.keras.', ['keras.']],
  ['tensorflow.compat.v1.', ['tf.']],
  ['tensorflow.python.keras.', ['keras.']],
  ['tensorflow.keras.', ['keras.']],
  ['tensorflow.', ['tf.']],
  ['tf.compat.v1.', ['tf.']],
  ['tf.keras.', ['keras.']],
  ['tf_keras.', ['keras.']],
  ['flax.linen.', ['jax.nn.']],
  ['flax.nnx.', ['jax.nn.']],
  ['equinox.nn.', []],
  ['jnp.', ['jax.numpy.']],
  ['jnn.', ['jax.nn.']],
  ['jsp.special.', ['jax.scipy.special.']],
  ['np.', ['numpy.']],
  ['sp.special.', ['scipy.special.']],
  ['special.', ['scipy.special.', 'torch.special.']],
  ['nn.functional.', ['torch.nn.functional.']],
  ['F.', ['torch.nn.functional.']],
  // in PyTorch's files and in Flax's; their names differ in case
  ['nn.', ['torch.nn.', 'jax.nn.']],
  ['layers.', ['keras.layers.']],
  ['activations.', ['keras.activations.']],
  ['ops.', ['keras.ops.']],
  ['at.native.', ['at.']],
  ['aten.', ['at.']],
  ['.', ['torch.Tensor.']],
];

/** The full paths that a callee may mean, the likeliest first. `::` of C++ counts as a dot. */
export function canonical(callee: string): readonly string[] {
  const path = callee.replaceAll('::', '.').replace(/^\.(?=(?:std|at|torch)\.)/, '');
  const place = places.find(([start]) => path.startsWith(start));
  if (callee.includes('::') && path.startsWith('torch.')) return cpp(path);
  return place === undefined ? [path] : place[1].map((start) => start + path.slice(place[0].length));
}

/** LibTorch's `torch::relu` is `at::relu`; its modules are called as PyTorch's. */
function cpp(path: string): readonly string[] {
  if (path.startsWith('torch.nn.functional.')) return [`at.${path.slice('torch.nn.functional.'.length)}`];
  return path.startsWith('torch.nn.') ? [path] : [`at.${path.slice('torch.'.length)}`];
}
