import assert from 'node:assert/strict';
import fc from 'fast-check';
import { numericArray } from '../../../../src/core/array/numericArray';
import { forward } from '../../../../src/core/network/forward';
import { sampleNetwork } from '../../../../src/core/network/network';
import { readNetwork } from '../../../../src/core/network/readNetwork';

const json = `{
  "name": "2-3-2-2", // a comment, as in JSONC
  "layers": [
    { "W": [[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]], "b": [0.1, 0.2, 0.3], "activation": "sigmoid" },
    { "W": [[0.1, 0.4], [0.2, 0.5], [0.3, 0.6]], "b": [0.1, 0.2], "activation": "sigmoid" },
    { "W": [[0.1, 0.3], [0.2, 0.4]], "b": [0.1, 0.2] }
  ]
}`;

const python = `import numpy as np

def init_network():
    network = {}
    network['W1'] = np.array([[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]])
    network['b1'] = np.array([0.1, 0.2, 0.3])
    network['W2'] = np.array([[0.1, 0.4], [0.2, 0.5], [0.3, 0.6]])
    network['b2'] = np.array([0.1, 0.2])
    network['W3'] = np.array([[0.1, 0.3], [0.2, 0.4]])
    network['b3'] = np.array([0.1, 0.2])
    return network
`;

const stateDict = `OrderedDict([('fc1.weight', tensor([[0.1, 0.2], [0.3, 0.4], [0.5, 0.6]])),
             ('fc1.bias', tensor([0.1, 0.2, 0.3])),
             ('fc2.weight', tensor([[0.1, 0.2, 0.3], [0.4, 0.5, 0.6]])),
             ('fc2.bias', tensor([0.1, 0.2])),
             ('fc3.weight', tensor([[0.1, 0.2], [0.3, 0.4]])),
             ('fc3.bias', tensor([0.1, 0.2]))])`;

const readOk = (text: string, languageId?: string) => {
  const read = readNetwork(text, languageId === undefined ? {} : { languageId });
  if (!read.ok) assert.fail(JSON.stringify(read.problems));
  return read;
};

describe('readNetwork', () => {
  for (const [what, text, language] of [
    ['a JSON network file', json, 'json'],
    ["a Python dict filled as network['W1'] = ...", python, 'python'],
    ['a PyTorch state dict, transposed', stateDict, 'python'],
  ] as const) {
    it(`reads ${what}`, () => {
      const { network } = readOk(text, language);
      assert.deepEqual(
        network.layers.map((layer) => [layer.W.shape, layer.activation]),
        sampleNetwork.layers.map((layer) => [layer.W.shape, layer.activation]),
      );
      const y = forward(network, numericArray([1, 0.5])).y.data;
      assert.ok(Math.abs(y[0]! - 0.31682708) < 1e-6 && Math.abs(y[1]! - 0.69627909) < 1e-6);
    });
  }

  it('says which activations it assumed where the text names none', () => {
    assert.deepEqual(
      readOk(python).problems.map(({ code, severity }) => [code, severity]),
      [['network-activation-assumed', 'warning']],
    );
  });

  it('takes the activations that the code calls after the arrays', () => {
    const code = `${python}\nz1 = relu(np.dot(x, W1) + b1)\nz2 = tanh(np.dot(z1, W2) + b2)\ny = softmax(np.dot(z2, W3) + b3)\n`;
    assert.deepEqual(
      readOk(code).network.layers.map((layer) => layer.activation),
      ['relu', 'tanh', 'softmax'],
    );
  });

  it('names both layers and both shapes where they do not chain, at the later weights', () => {
    const text = json.replace('[[0.1, 0.4], [0.2, 0.5], [0.3, 0.6]]', '[[0.1, 0.4], [0.2, 0.5]]');
    const read = readNetwork(text);
    assert.equal(read.ok, false);
    const [problem] = read.problems;
    assert.equal(problem?.code, 'network-shapes');
    assert.match(problem.message, /layer 2 has W of shape \[2, 2\].*layer 1 with W of shape \[2, 3\] gives 3/);
    assert.equal(text.slice(problem.offset, problem.offset + problem.length), '[[0.1, 0.4], [0.2, 0.5]]');
  });

  const faulty: readonly (readonly [string, string, string])[] = [
    ['an unknown activation', '{"layers": [{"W": [[1]], "activation": "reluu"}]}', 'network-unknown-activation'],
    ['a layer without weights', '{"layers": [{"b": [1]}]}', 'network-no-weights'],
    ['weights that are no numbers', '{"layers": [{"W": [["a"]]}]}', 'network-not-array'],
    ['params that are no numbers', '{"layers": [{"W": [[1]], "params": {"alpha": "x"}}]}', 'network-bad-params'],
    ['no layer at all', '{"layers": []}', 'network-empty'],
    ['an empty text', '', 'network-empty'],
    ['a bias of another length', '{"layers": [{"W": [[1, 2]], "b": [1]}]}', 'network-shapes'],
  ];
  for (const [what, text, code] of faulty) {
    it(`tells of ${what}`, () => {
      const read = readNetwork(text);
      assert.equal(read.ok, false);
      assert.ok(
        read.problems.some((problem) => problem.code === code),
        JSON.stringify(read.problems),
      );
    });
  }

  it('never throws, and its problems lie in the text, whatever the text', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"layers"',
      ':',
      '"W"',
      '"b"',
      '1',
      ',',
      'W1 = ',
      '"',
      '\n',
      '//',
      'np.array(',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        for (const problem of readNetwork(text).problems) {
          assert.ok(problem.offset >= 0 && problem.offset + problem.length <= text.length);
        }
      }),
      { numRuns: 500, seed: 3 },
    );
  });

  it('ends in time on a million brackets', () => {
    assert.equal(readNetwork(`{"layers": ${'['.repeat(1_000_000)}`).ok, false);
  });
});
