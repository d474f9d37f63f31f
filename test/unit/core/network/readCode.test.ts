import assert from 'node:assert/strict';
import { forward, numericArray, readNetwork } from '../../../../src/core';

const shapesOf = (text: string, languageId = 'python') => {
  const read = readNetwork(text, { languageId });
  if (!read.ok) return read.problems.map(({ code }) => code);
  return read.network.layers.map(({ W, activation }) => [...W.shape, activation]);
};

const weights =
  'W1 = np.array([[0.1, 0.3], [0.2, 0.4]])\nb1 = np.array([0.1, 0.2])\nW2 = np.array([[0.5], [0.6]])\nb2 = 0.3\n';

const cases: readonly (readonly [string, string, readonly unknown[]])[] = [
  [
    'calls between the arrays',
    `${weights}h = relu(x @ W1 + b1)\ny = sigmoid(np.dot(h, W2) + b2)\n`,
    [
      [2, 2, 'relu'],
      [2, 1, 'sigmoid'],
    ],
  ],
  [
    'a comment that names another function',
    `# tanh(x)\n${weights}h = np.maximum(0, x @ W1 + b1)\ny = h @ W2 + b2\n`,
    [
      [2, 2, 'relu'],
      [2, 1, 'identity'],
    ],
  ],
  [
    'functions by what they do',
    `def squash(a):\n    return 1 / (1 + np.exp(-a))\n${weights}y = squash(squash(x @ W1 + b1) @ W2 + b2)\n`,
    [
      [2, 2, 'sigmoid'],
      [2, 1, 'sigmoid'],
    ],
  ],
  [
    'a name that lies',
    `def sigmoid(a):\n    return np.tanh(a)\n${weights}y = sigmoid(x @ W1 + b1) @ W2 + b2\n`,
    [
      [2, 2, 'tanh'],
      [2, 1, 'identity'],
    ],
  ],
  [
    'a function of one number',
    `def f(a):\n    if a > 0:\n        return a\n    return 0.2 * a\n${weights}y = f(x @ W1 + b1) @ W2 + b2\n`,
    [
      [2, 2, 'leakyRelu'],
      [2, 1, 'identity'],
    ],
  ],
  [
    'a class whose forward nobody calls',
    `class Net:\n    def __init__(self):\n        self.W = np.array([[1.0, 2.0], [3.0, 4.0]])\n    def forward(self, x):\n        e = np.exp(x @ self.W)\n        return e / np.sum(e)\n`,
    [[2, 2, 'softmax']],
  ],
  ['weights on the left', 'W = np.array([[1.0, 2.0, 3.0]])\ny = np.tanh(np.dot(W, x) + 0.5)\n', [[3, 1, 'tanh']]],
  [
    'a loop over layers',
    `${weights}h = x\nfor W, b in [(W1, b1), (W2, b2)]:\n    h = np.tanh(h @ W + b)\n`,
    [
      [2, 2, 'tanh'],
      [2, 1, 'tanh'],
    ],
  ],
  [
    'weights alone',
    weights,
    [
      [2, 2, 'sigmoid'],
      [2, 1, 'identity'],
    ],
  ],
  [
    'a residual',
    'W = np.array([[1.0, 2.0], [3.0, 4.0]])\nh = np.tanh(x @ W)\ny = h + np.tanh(h @ W)\n',
    ['network-not-chain'],
  ],
];

describe('networks from code', () => {
  for (const [what, text, wanted] of cases) {
    it(`are read from ${what}`, () => assert.deepEqual(shapesOf(text), wanted));
  }

  it('compute what the code computes', () => {
    const read = readNetwork(`${weights}h = leaky_relu(x @ W1 + b1, 0.3)\ny = h @ W2 + b2\n`, { languageId: 'python' });
    assert.ok(read.ok);
    const { y } = forward(read.network, numericArray([-1, -2]));
    const leaky = (a: number) => (a > 0 ? a : 0.3 * a);
    const expected = 0.5 * leaky(-0.1 - 0.4 + 0.1) + 0.6 * leaky(-0.3 - 0.8 + 0.2) + 0.3;
    assert.ok(Math.abs(y.data[0]! - expected) < 1e-12);
  });

  it('are read by the names of their arrays where the code never ends', () => {
    assert.equal(shapesOf(`while True:\n    pass\n${weights}`).length, 2);
  });

  it('are read from the JSON of Keras, brain.js and others, no layer lost', () => {
    const keras =
      '{"dense_1": {"kernel:0": [[1, 2], [3, 4]], "bias:0": [0, 0]}, "dense_2": {"kernel:0": [[1], [2]], "bias:0": [0]}}';
    assert.deepEqual(shapesOf(keras, 'json'), [
      [2, 2, 'sigmoid'],
      [2, 1, 'identity'],
    ]);
    const brain =
      '{"type":"NeuralNetwork","sizes":[2,1],"layers":[{"weights":[],"biases":[]},{"weights":[[1,2]],"biases":[3]}]}';
    assert.deepEqual(shapesOf(brain, 'json'), [[2, 1, 'sigmoid']]);
    const mlp = '{"layers":[{"weights":[[1,2],[3,4],[5,6]],"biases":[1,2,3],"activation":"relu"}]}';
    assert.deepEqual(shapesOf(mlp, 'json'), [[2, 3, 'relu']]);
  });
});
