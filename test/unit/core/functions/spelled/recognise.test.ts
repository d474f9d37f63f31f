import assert from 'node:assert/strict';
import { functions } from '../../../../../src/core/functions/registry';
import { recognise, recogniseName } from '../../../../../src/core/functions/spelled/recognise';
import { spellings } from '../../../../../src/core/functions/spelled/registry';
import type { SpelledValue } from '../../../../../src/core/functions/spelled/spelledCall';
import { callFault } from '../../../../../src/core/functions/run';
import type { Settings } from '../../../../../src/core/function/parameter';

type Keywords = Readonly<Record<string, SpelledValue>>;
/** the array of a call, which is an expression */
const x = undefined;

const matches: readonly (readonly [string, readonly SpelledValue[], Keywords, string, Settings])[] = [
  ['torch.relu', [x], {}, 'relu', {}],
  ['F.relu', [x], { inplace: true }, 'relu', {}],
  ['F.relu_', [x], {}, 'relu', {}],
  ['torch.nn.functional.gelu', [x], {}, 'gelu', {}],
  ['F.gelu', [x], { approximate: 'none' }, 'gelu', {}],
  ['F.gelu', [x], { approximate: 'tanh' }, 'geluTanh', {}],
  ['nn.GELU', [], {}, 'gelu', {}],
  ['nn.GELU', ['tanh'], {}, 'geluTanh', {}],
  ['torch.nn.modules.activation.GELU', [], { approximate: 'tanh' }, 'geluTanh', {}],
  ['jax.nn.gelu', [x], {}, 'geluTanh', {}],
  ['jax.nn.gelu', [x, false], {}, 'gelu', {}],
  ['jax.nn.gelu', [x], { approximate: true }, 'geluTanh', {}],
  ['tf.nn.gelu', [x], {}, 'gelu', {}],
  ['tensorflow.nn.gelu', [x, true], {}, 'geluTanh', {}],
  ['keras.activations.gelu', [x], {}, 'gelu', {}],
  ['keras.ops.gelu', [x], {}, 'geluTanh', {}],
  ['tf.keras.activations.gelu', [x], { approximate: true }, 'geluTanh', {}],
  ['onnx.Gelu', [], {}, 'gelu', {}],
  ['onnx.Gelu', [], { approximate: 'tanh' }, 'geluTanh', {}],
  ['com.microsoft.FastGelu', [], {}, 'geluTanh', {}],
  ['F.leaky_relu', [x], {}, 'leakyRelu', { negativeSlope: 0.01 }],
  ['F.leaky_relu', [x, 0.1], {}, 'leakyRelu', { negativeSlope: 0.1 }],
  ['F.leaky_relu', [], { input: x, negative_slope: 0.3 }, 'leakyRelu', { negativeSlope: 0.3 }],
  ['nn.LeakyReLU', [], {}, 'leakyRelu', { negativeSlope: 0.01 }],
  ['nn.LeakyReLU', [0.2], { inplace: true }, 'leakyRelu', { negativeSlope: 0.2 }],
  ['jax.nn.leaky_relu', [x], {}, 'leakyRelu', { negativeSlope: 0.01 }],
  ['tf.nn.leaky_relu', [x], {}, 'leakyRelu', { negativeSlope: 0.2 }],
  ['tf.nn.leaky_relu', [x], { alpha: 0.1, name: 'act' }, 'leakyRelu', { negativeSlope: 0.1 }],
  ['keras.activations.leaky_relu', [x], {}, 'leakyRelu', { negativeSlope: 0.2 }],
  ['keras.layers.LeakyReLU', [], {}, 'leakyRelu', { negativeSlope: 0.3 }],
  ['layers.LeakyReLU', [], { alpha: 0.1 }, 'leakyRelu', { negativeSlope: 0.1 }],
  ['onnx.LeakyRelu', [], { alpha: 0.2 }, 'leakyRelu', { negativeSlope: 0.2 }],
  ['tf.leakyRelu', [x], {}, 'leakyRelu', { negativeSlope: 0.2 }],
  ['at::leaky_relu', [x, 0.1], {}, 'leakyRelu', { negativeSlope: 0.1 }],
  ['torch::nn::functional::relu', [x], {}, 'relu', {}],
  ['torch::nn::ReLU', [], {}, 'relu', {}],
  ['torch::softmax', [x, 1], {}, 'softmax', { axis: 1 }],
  ['ggml_gelu', [x, x], {}, 'geluTanh', {}],
  ['ggml_leaky_relu', [x, x, 0.1, false], {}, 'leakyRelu', { negativeSlope: 0.1 }],
  ['std::tanh', [x], {}, 'tanh', {}],
  ['keras.activations.relu', [x], { negative_slope: 0.1 }, 'leakyRelu', { negativeSlope: 0.1 }],
  ['keras.activations.relu', [x], { max_value: 6 }, 'relu6', {}],
  ['keras.layers.ReLU', [6], {}, 'relu6', {}],
  ['keras.activations.relu', [x, 0, null, 0], {}, 'relu', {}],
  ['jax.nn.silu', [x], {}, 'silu', {}],
  ['nn.silu', [x], {}, 'silu', {}],
  ['flax.linen.swish', [x], {}, 'silu', {}],
  ['tf.nn.silu', [x], { beta: 2 }, 'swish', { beta: 2 }],
  ['tf.nn.swish', [x, 1], {}, 'silu', {}],
  ['onnx.Swish', [], { alpha: 1.702 }, 'swish', { beta: 1.702 }],
  ['nn.SiLU', [], {}, 'silu', {}],
  ['torch.sigmoid', [x], {}, 'sigmoid', {}],
  ['.sigmoid', [], {}, 'sigmoid', {}],
  ['torch.Tensor.softmax', [-1], {}, 'softmax', { axis: -1 }],
  ['.log_softmax', [], { dim: 0 }, 'logSoftmax', { axis: 0 }],
  ['scipy.special.expit', [x], {}, 'sigmoid', {}],
  ['special.expit', [x], {}, 'sigmoid', {}],
  ['scipy.special.log_expit', [x], {}, 'logSigmoid', {}],
  ['scipy.special.softmax', [x], { axis: 1 }, 'softmax', { axis: 1 }],
  ['onnx.HardSigmoid', [], {}, 'hardSigmoid', { alpha: 0.2, beta: 0.5 }],
  ['onnx.HardSigmoid', [], { alpha: 0.5, beta: 0.6 }, 'hardSigmoid', { alpha: 0.5, beta: 0.6 }],
  ['F.hardsigmoid', [x], {}, 'hardSigmoid', { alpha: 1 / 6, beta: 0.5 }],
  ['F.hardtanh', [x, -2, 2], {}, 'hardTanh', { min: -2, max: 2 }],
  ['nn.Hardtanh', [], { max_val: 3 }, 'hardTanh', { min: -1, max: 3 }],
  ['torch.clamp', [x], { min: 0, max: 6 }, 'hardTanh', { min: 0, max: 6 }],
  ['np.clip', [x, -1, 1], {}, 'hardTanh', { min: -1, max: 1 }],
  ['np.heaviside', [x, 0], {}, 'step', {}],
  ['np.exp', [x], {}, 'exponential', {}],
  ['jnp.tanh', [x], {}, 'tanh', {}],
  ['F.softplus', [x], {}, 'softplus', { threshold: 20 }],
  ['F.softplus', [x], { beta: 2, threshold: 10 }, 'softplus', { beta: 2, threshold: 10 }],
  ['jax.nn.softplus', [x], {}, 'softplus', {}],
  ['F.threshold', [x, 0.5, 0], {}, 'threshold', { threshold: 0.5, value: 0 }],
  ['F.rrelu', [x, 0.1, 0.3], {}, 'rrelu', { lower: 0.1, upper: 0.3 }],
  ['F.hardshrink', [x], { lambd: 1 }, 'hardShrink', { lambda: 1 }],
  ['keras.activations.soft_shrink', [x], { threshold: 1 }, 'softshrink', { lambda: 1 }],
  ['jax.nn.squareplus', [x], { b: 2 }, 'squareplus', { b: 2 }],
  ['F.elu', [x, 0.5], {}, 'elu', { alpha: 0.5 }],
  ['F.glu', [x], {}, 'glu', { gate: 'second' }],
  ['nn.GLU', [0], {}, 'glu', { gate: 'second', axis: 0 }],
  ['F.softmax', [x], { dim: 1 }, 'softmax', { axis: 1 }],
  ['nn.Softmax', [1], {}, 'softmax', { axis: 1 }],
  ['torch.logsumexp', [x, 0], {}, 'logSumExp', { axis: 0 }],
  ['jax.nn.logsumexp', [x], { axis: -1 }, 'logSumExp', { axis: -1 }],
  ['F.softmin', [x], { dim: 0 }, 'softmin', { axis: 0 }],
  ['entmax.entmax15', [x], { dim: -1 }, 'entmax15', { axis: -1 }],
  ['keras.activations.sparsemax', [x], {}, 'sparsemax', {}],
  ['onnx.Hardmax', [], { axis: 0 }, 'hardmax', { axis: 0 }],
  ['com.microsoft.QuickGelu', [], {}, 'quickGelu', {}],
  ['keras.layers.ThresholdedReLU', [2], {}, 'thresholdedRelu', { alpha: 2 }],
  ['nn.PReLU', [], { init: 0.1 }, 'prelu', { weight: 0.1 }],
];

const refused: readonly (readonly [string, string, readonly SpelledValue[], Keywords])[] = [
  ['no such function', 'torch.reluu', [x], {}],
  ['another library', 'mylib.relu', [x], {}],
  ['a bare name', 'relu', [x], {}],
  ['a bare name', 'softmax', [x], {}],
  ['a name of every language', 'max', [x], {}],
  ['a path that ends alike', 'my.torch.relu', [x], {}],
  ['a path that begins alike', 'torch.relu.default', [x], {}],
  ['other case', 'torch.ReLU', [x], {}],
  ['other case', 'nn.Relu', [], {}],
  ['other case', 'TORCH.RELU', [x], {}],
  ['an ONNX name without its place', 'Relu', [], {}],
  ['a function of the module only', 'torch.nn.functional.ReLU', [x], {}],
  ['a module of the functions only', 'torch.nn.relu6', [x], {}],
  ['no array', 'torch.relu', [], {}],
  ['no array', 'F.gelu', [], { approximate: 'tanh' }],
  ['too many arguments', 'torch.relu', [x, 1], {}],
  ['too many arguments', 'torch.sigmoid', [x, x, x], {}],
  ['too many arguments', 'nn.Tanh', [1], {}],
  ['a keyword that it has not', 'F.relu', [x], { negative_slope: 0.1 }],
  ['a keyword that it has not', 'F.leaky_relu', [x], { slope: 0.1 }],
  ['a keyword of another framework', 'F.leaky_relu', [x], { alpha: 0.1 }],
  ['a keyword of another framework', 'tf.nn.leaky_relu', [x], { negative_slope: 0.1 }],
  ['a keyword of another framework', 'tf.nn.softmax', [x], { dim: 1 }],
  ['an argument twice', 'F.leaky_relu', [x, 0.1], { negative_slope: 0.2 }],
  ['an argument twice', 'F.relu', [x], { input: x }],
  ['a text for a number', 'F.elu', [x, 'tanh'], {}],
  ['a truth value for a number', 'F.elu', [x], { alpha: true }],
  ['nothing for a number', 'F.elu', [x], { alpha: null }],
  ['an approximation that there is not', 'F.gelu', [x], { approximate: 'sigmoid' }],
  ['a truth value where PyTorch wants a text', 'F.gelu', [x], { approximate: true }],
  ['a text where JAX wants a truth value', 'jax.nn.gelu', [x], { approximate: 'tanh' }],
  ['an approximation that is not worked out', 'F.gelu', [x], { approximate: undefined }],
  ['a keyword-only argument by position', 'F.gelu', [x, 'tanh'], {}],
  ['a number out of bounds', 'F.softplus', [x], { beta: 0 }],
  ['a number out of bounds', 'F.hardshrink', [x, -1], {}],
  ['bounds the wrong way round', 'F.hardtanh', [x, 2, -2], {}],
  ['bounds the wrong way round', 'np.clip', [x, 1, -1], {}],
  ['an axis that is no whole number', 'F.softmax', [x], { dim: 0.5 }],
  ['a number that is none', 'F.leaky_relu', [x, NaN], {}],
  ['an infinite number', 'F.leaky_relu', [x, Infinity], {}],
  ['one bound of two', 'torch.clamp', [x], { min: 0 }],
  ['one bound of two', 'np.clip', [x, 0], {}],
  ['a required argument left out', 'F.threshold', [x, 1], {}],
  ['a required argument left out', 'F.prelu', [x], {}],
  ['a required axis left out', 'torch.softmax', [x], {}],
  ['a required axis left out', 'torch.logsumexp', [x], {}],
  ['random slopes', 'F.rrelu', [x], { training: true }],
  ['random noise', 'F.gumbel_softmax', [x], {}],
  ['a mask', 'jax.nn.softmax', [x], { where: x }],
  ['kept dimensions', 'torch.logsumexp', [x, 0], { keepdim: true }],
  ['weights', 'scipy.special.logsumexp', [x], { b: x }],
  ['another value at 0', 'np.heaviside', [x, 0.5], {}],
  ['the value at 0 left out', 'np.heaviside', [x], {}],
  ['a ceiling that no function has', 'keras.activations.relu', [x], { max_value: 4 }],
  ['a threshold that no function has', 'keras.activations.relu', [x], { threshold: 1 }],
  ['a method that tensors have not', '.leaky_relu', [0.1], {}],
  ['a normalisation', 'F.layer_norm', [x, x], {}],
  ['a loss', 'F.cross_entropy', [x, x], {}],
  ['arithmetic', 'np.maximum', [x, 0], {}],
  ['arithmetic', 'torch.abs', [x], {}],
  ['a name that every object has', 'constructor', [], {}],
  ['a name that every object has', 'torch.toString', [x], {}],
  ['a keyword that every object has', 'F.relu', [x], { toString: 1 }],
  ['a choice that every object has', 'F.gelu', [x], { approximate: 'constructor' }],
  ['nothing', '', [], {}],
  ['dots', '...', [], {}],
];

describe('recognise', () => {
  for (const [callee, positional, keywords, id, settings] of matches) {
    it(`${callee}(${[...positional.map(String), ...Object.keys(keywords)].join(', ')}) is ${id}`, () => {
      const found = recognise(callee, positional, keywords);
      assert.equal(found?.call.function, id);
      assert.deepEqual(found.call.settings, settings);
      assert.deepEqual(found.unknown, []);
    });
  }

  for (const [why, callee, positional, keywords] of refused) {
    it(`is not taken in by ${why}: ${callee}(${positional.map(String).join(', ')}) ${JSON.stringify(keywords)}`, () => {
      assert.equal(recognise(callee, positional, keywords), undefined);
    });
  }

  it('has as many that must not match as that must', () => {
    assert.ok(matches.length >= 60 && refused.length >= 60, `${matches.length} and ${refused.length}`);
  });

  it('says what cannot be known', () => {
    assert.deepEqual(recognise('F.leaky_relu', [x, undefined])?.unknown, ['negativeSlope']);
    assert.deepEqual(recognise('F.softmax', [x])?.unknown, ['axis']);
    assert.deepEqual(recognise('F.softmax', [x], { dim: null })?.unknown, ['axis']);
    assert.deepEqual(recognise('scipy.special.softmax', [x])?.unknown, ['axis']);
    assert.deepEqual(recognise('F.prelu', [x, undefined])?.unknown, ['weight']);
    assert.match(recognise('F.softmax', [x])?.notes.join() ?? '', /without dim/);
  });

  it('knows names in texts', () => {
    assert.equal(recogniseName('relu', 'Keras')?.call.function, 'relu');
    assert.deepEqual(recogniseName('leaky_relu', 'Keras')?.call.settings, { negativeSlope: 0.2 });
    assert.equal(recogniseName('gelu_new', 'Hugging Face')?.call.function, 'geluTanh');
    assert.equal(recogniseName('relu2', 'Hugging Face')?.call.function, 'squaredRelu');
    assert.equal(recogniseName('CUDNN_ACTIVATION_RELU', 'cuDNN')?.call.function, 'relu');
    assert.equal(recogniseName('gelu_new', 'Keras'), undefined);
    assert.equal(recogniseName('toString', 'Keras'), undefined);
    assert.equal(recogniseName('relu', 'NumPy'), undefined);
  });
});

describe('the spellings', () => {
  it('name functions, parameters and values that there are', () => {
    for (const row of spellings) {
      const ids = new Set([row.function]);
      for (const { means } of row.arguments) {
        if (means.as === 'function') for (const id of Object.values(means.by)) ids.add(id);
        if (means.as === 'otherwise') ids.add(means.function);
      }
      for (const id of ids) assert.ok(functions.has(id), `${row.callee}: ${id}`);
      const parameters = functions.get(row.function)!.parameters.map(({ id }) => id);
      for (const { means } of row.arguments) {
        if (means.as === 'setting') assert.ok(parameters.includes(means.setting), `${row.callee}: ${means.setting}`);
        if (means.as === 'otherwise') {
          const other = functions.get(means.function)!.parameters.map(({ id }) => id);
          assert.ok(other.includes(means.setting), `${row.callee}: ${means.setting}`);
        }
      }
      const call = { function: row.function, settings: row.defaults, dtype: 'float64', mode: 'fused' } as const;
      assert.equal(callFault(call), undefined, row.callee);
    }
  });

  it('are written once each', () => {
    const keys = spellings.map(({ framework, kind, callee }) => `${framework} ${kind} ${callee}`);
    assert.deepEqual(
      keys.filter((key, i) => keys.indexOf(key) !== i),
      [],
    );
  });

  it('give every call that the records show, with the parameters shown', () => {
    let seen = 0;
    for (const { id, spellings: shown } of functions.values()) {
      for (const { code, framework, params } of shown) {
        const call = /^([\w.]+)\(([^()]*)\)$/.exec(code);
        if (call === null || framework === 'ONNX') continue;
        const [, callee = '', list = ''] = call;
        const positional: SpelledValue[] = [];
        const keywords: Record<string, SpelledValue> = {};
        for (const part of list
          .split(',')
          .map((text) => text.trim())
          .filter((text) => text !== '')) {
          const [name, value] = part.split('=') as [string, string | undefined];
          if (value === undefined) positional.push(literal(name));
          else keywords[name] = literal(value);
        }
        // of an expression that holds the call, or works on more than x, the call is only a part
        if (positional.length > 0 && !/^x\b/.test(list)) continue;
        const found = /^x [^,]/.test(list) ? undefined : recognise(callee, positional, keywords);
        if (found === undefined) continue;
        seen++;
        const same =
          found.call.function === id ||
          (id === 'swish' && found.call.function === 'silu') ||
          (id === 'relu6' && found.call.function === 'hardTanh') ||
          (id === 'thresholdedRelu' && found.call.function === 'threshold');
        assert.ok(same, `${code} is ${found.call.function}, not ${id}`);
        for (const [parameter, value] of Object.entries(params ?? {})) {
          if (found.call.function !== id) continue;
          const usual: unknown = functions.get(id)!.parameters.find((candidate) => candidate.id === parameter)!.default;
          assert.equal(found.call.settings[parameter] ?? usual, value, `${code}: ${parameter}`);
        }
      }
    }
    assert.ok(seen > 130, `${seen} calls`);
  });
});

function literal(text: string): SpelledValue {
  if (/^-?[\d.]+$/.test(text)) return Number(text);
  if (/^".*"$/.test(text)) return text.slice(1, -1);
  if (text === 'True' || text === 'False') return text === 'True';
  return undefined;
}
