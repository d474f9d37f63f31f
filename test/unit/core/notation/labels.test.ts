import assert from 'node:assert/strict';
import {
  evaluate,
  numericArray,
  readArray,
  softmax,
  writeArray,
  type AxisLabels,
  type NotationId,
} from '../../../../src/core';
import { reads, refuses } from './reading';

const two = [['cat', 'dog']];

describe('numbers with names in literals', () => {
  reads([
    { text: "{'cat': 0.9, 'dog': 0.1}", values: [0.9, 0.1], labels: two, notation: 'labelled' },
    { text: '{cat: 0.9, dog: 0.1}', values: [0.9, 0.1], labels: two, language: 'javascript' },
    { text: 'probs = {"cat": 0.9, "dog": 0.1}  # of one image', values: [0.9, 0.1], labels: two, language: 'python' },
    { text: '{"0":0.1,"1":0.2,"2":0.7}', values: [0.1, 0.2, 0.7], labels: [['0', '1', '2']], language: 'json' },
    { text: "[('cat', 0.9), ('dog', 0.1)]", values: [0.9, 0.1], labels: two },
    { text: '[["cat", 0.9], ["dog", 0.1]]', values: [0.9, 0.1], labels: two, language: 'json' },
    { text: "[(0.9, 'cat'), (0.1, 'dog')]", values: [0.9, 0.1], labels: two },
    { text: "Counter({'cat': 3, 'dog': 1})", values: [3, 1], labels: two },
    {
      text: "[('cat', np.float32(0.5)), ('dog', np.float32(0.1))]",
      values: [0.5, Math.fround(0.1)],
      labels: two,
      dtype: 'float32',
    },
    { text: "{'cat': tensor(0.5), 'dog': tensor(0.25)}", values: [0.5, 0.25], labels: two },
    {
      text: "[{'label': 'cat', 'score': 0.9}, {'label': 'dog', 'score': 0.1}]",
      values: [0.9, 0.1],
      labels: two,
    },
    { text: "[[{'label': 'cat', 'score': 0.9}, {'label': 'dog', 'score': 0.1}]]", values: [0.9, 0.1], labels: two },
    {
      text: "[[('n02123045', 'cat', 0.9), ('n02099601', 'dog', 0.1)]]",
      values: [0.9, 0.1],
      labels: two,
    },
    {
      text: "{785: Logprob(logprob=0.0, rank=1, decoded_token='cat'), 2: Logprob(logprob=-inf, rank=2, decoded_token='dog')}",
      values: [0, -Infinity],
      labels: two,
      warnings: ['numbers-left-out'],
    },
    {
      text: '{"token":"cat","logprob":-0.1,"top_logprobs":[{"token":"cat","logprob":-0.1},{"token":"dog","logprob":-2}]}',
      values: [-0.1, -2],
      labels: two,
      warnings: ['numbers-left-out'],
    },
    { text: '[{"cat": -0.5, "dog": -2}]', values: [-0.5, -2], labels: two },
    {
      text: "[{'class': 'cat', 'p': 0.9, 'n': 12}, {'class': 'dog', 'p': 0.1, 'n': 3}]",
      values: [0.9, 12, 0.1, 3],
      shape: [2, 2],
      labels: [
        ['cat', 'dog'],
        ['p', 'n'],
      ],
    },
    {
      text: '{"data":{"0":0.5,"1":0.25},"dims":[1,2],"type":"float32"}',
      values: [0.5, 0.25],
      shape: [1, 2],
      dtype: 'float32',
    },
  ]);
  refuses([
    { text: "{'cat': None, 'dog': 0.1}", code: 'missing', at: 'None' },
    { text: "['cat', 'dog']", code: 'string' },
    { text: '{"data":[0.1,0.2],"dims":[1,3]}', code: 'bad-shape', language: 'json' },
  ]);
});

describe('numbers with names on lines', () => {
  reads([
    { text: 'loss=0.25 acc=0.5', values: [0.25, 0.5], labels: [['loss', 'acc']], notation: 'named', language: 'log' },
    { text: 'w1 = 0.3\nw2 = 0.5', values: [0.3, 0.5], labels: [['w1', 'w2']], language: 'python' },
    { text: '0: 0.53\n1: 0.47', values: [0.53, 0.47], labels: [['0', '1']] },
    { text: 'cat: 91%\ndog: 9%', values: [0.91, 0.09], labels: two, warnings: ['percent-as-fraction'] },
    {
      text: '13:45:02.080 -> LABEL 0 = -0.00\n13:45:02.125 -> LABEL 1 = 0.25',
      values: [-0, 0.25],
      labels: [['LABEL 0', 'LABEL 1']],
    },
    {
      text: '0.98: 209 Labrador retriever\n0.004: 208 golden retriever',
      values: [0.98, 0.004],
      labels: [['209 Labrador retriever', '208 golden retriever']],
    },
    {
      text: 'logit -2.5, exp() 0.08\nlogit 378, exp() inf',
      values: [-2.5, 0.08, 378, Infinity],
      shape: [2, 2],
      labels: [undefined, ['logit', 'exp()']],
    },
    { text: 'a: 1\na: 2\nb: 3', values: [1, 2, 3], labels: [['a', 'a', 'b']], warnings: ['repeated-name'] },
  ]);
  refuses([{ text: 'step 12 loss 0.3', code: 'no-array' }]);
});

describe('labels', () => {
  const labels: AxisLabels = [
    ['x', 'y'],
    ['a b', 'c'],
  ];
  const array = numericArray([1, 2, 3, 4], [2, 2], 'float64', labels);

  it('must be as many as the axis is long', () => {
    assert.throws(() => numericArray([1, 2], [2], 'float64', [['a']]), /requires 2 labels along axis 0, got 1/);
    assert.throws(() => numericArray([1, 2], [2], 'float64', [['a', 'b'], undefined]), /each of 1 axes, got 2/);
    assert.equal('labels' in numericArray([1], [1], 'float64', [undefined]), false);
  });

  it('stay through softmax and element-wise functions', () => {
    assert.deepEqual(softmax(array).labels, labels);
    assert.deepEqual(evaluate('relu', array).labels, labels);
  });

  for (const notation of ['csv', 'tsv', 'markdown'] as NotationId[]) {
    it(`come back from ${notation}`, () => {
      const text = writeArray(array, notation);
      const read = readArray(text, { languageId: notation });
      assert.ok(read.ok, text);
      assert.deepEqual(read.array, array, text);
    });
  }

  for (const notation of ['named', 'labelled', 'markdown', 'csv'] as NotationId[]) {
    it(`of one dimension come back from ${notation}`, () => {
      const one = numericArray([0.5, 0.25], [2], 'float64', two);
      const read = readArray(writeArray(one, notation), { languageId: notation });
      assert.ok(read.ok);
      assert.deepEqual(read.array, one);
    });
  }

  it('are kept where a result is written over its source', () => {
    const like = "{'cat': 0.9, 'dog': 0.1}";
    const text = writeArray(numericArray([0.5, 0.25], [2], 'float64', two), 'labelled', { like });
    assert.equal(text, "{'cat': 0.5, 'dog': 0.25}");
  });
});
