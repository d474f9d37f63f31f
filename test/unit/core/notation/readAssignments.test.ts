import assert from 'node:assert/strict';
import { readAssignments } from '../../../../src/core/notation/readAssignments';

/** name, shape or problem, and the literal's text */
function summary(text: string, languageId?: string): (readonly [string, string, string])[] {
  const hint = languageId === undefined ? {} : { languageId };
  return readAssignments(text, hint).map((found) => [
    found.name,
    found.array === undefined ? found.problems[0]!.code : found.array.shape.join('x'),
    text.slice(found.start, found.end),
  ]);
}

describe('readAssignments', () => {
  it('reads assignments to names and to entries of a dictionary', () => {
    const text = `
import numpy as np
def init_network():
    network = {}
    network['W1'] = np.array([[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]])
    network["b1"] = np.array([0.1, 0.2, 0.3])
    W2 = np.array([[0.1, 0.4],
                   [0.2, 0.5],
                   [0.3, 0.6]])
    self.b2: np.ndarray = np.array([0.1, 0.2])
    return network
x = foo(bar[0])
print(softmax([1, 2]))
`;
    assert.deepEqual(
      summary(text, 'python').map(([name, shape]) => [name, shape]),
      [
        ['W1', '2x3'],
        ['b1', '3'],
        ['W2', '3x2'],
        ['b2', '2'],
        ['', '2'],
      ],
    );
  });

  it('reads dictionaries, JSON objects and lists of objects', () => {
    assert.deepEqual(summary("net = {'W1': np.array([[1, 2]]), 'b1': [0.5], 'name': 'x', 'n': 3}"), [
      ['W1', '1x2', 'np.array([[1, 2]])'],
      ['b1', '1', '[0.5]'],
    ]);
    assert.deepEqual(summary('{"layers": [{"W": [[1, 2]], "b": [3], "activation": "relu"}, {"W": [[4]]}]}', 'json'), [
      ['W', '1x2', '[[1, 2]]'],
      ['b', '1', '[3]'],
      ['W', '1x1', '[[4]]'],
    ]);
  });

  it('reads a printed state dict', () => {
    const text = "OrderedDict([('fc1.weight', tensor([[ 0.1, 0.2]])), ('fc1.bias', tensor([0.3], device='cuda:0'))])";
    assert.deepEqual(summary(text), [
      ['fc1.weight', '1x2', 'tensor([[ 0.1, 0.2]])'],
      ['fc1.bias', '1', "tensor([0.3], device='cuda:0')"],
    ]);
  });

  it('reads declarations of other languages', () => {
    assert.deepEqual(summary('static const float w1[2][2] = {{1.f, 2.f}, {3.f, 4.f}};\nfloat b[2] = {1, 2};', 'c'), [
      ['w1', '2x2', '{{1.f, 2.f}, {3.f, 4.f}}'],
      ['b', '2', '{1, 2}'],
    ]);
    assert.deepEqual(summary('const W1 = [[1, 2], [3, 4]];\nlet b = new Float32Array([1, 2]);', 'javascript'), [
      ['W1', '2x2', '[[1, 2], [3, 4]]'],
      ['b', '2', 'new Float32Array([1, 2])'],
    ]);
  });

  it('keeps what looks like an array and is wrong, with its problem', () => {
    assert.deepEqual(summary('W1 = [[1, 2], [3]]\nb1 = [1, 2]'), [
      ['W1', 'ragged', '[[1, 2], [3]]'],
      ['b1', '2', '[1, 2]'],
    ]);
  });

  it('gives the range of the target', () => {
    const text = "network['W1'] = [1, 2]";
    const { target } = readAssignments(text)[0]!;
    assert.equal(text.slice(target.start, target.end), "network['W1']");
  });

  it('finds nothing in prose and in an empty text', () => {
    assert.deepEqual(readAssignments(''), []);
    assert.deepEqual(readAssignments('It (the network) has [no] weights.'), []);
  });
});
