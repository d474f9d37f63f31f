import assert from 'node:assert/strict';
import { findArrayAt } from '../../../../../src/core/notation/find/findArrayAt';
import { readArray } from '../../../../../src/core/notation/readArray';

/** The text found at the place that `|` marks. */
function found(marked: string, languageId?: string): string | undefined {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const range = findArrayAt(text, offset, languageId === undefined ? {} : { languageId });
  return range === undefined ? undefined : text.slice(range.start, range.end);
}

describe('findArrayAt', () => {
  const cases: readonly (readonly [marked: string, expected: string | undefined, languageId?: string])[] = [
    ['[1, |2, 3]', '[1, 2, 3]'],
    ['|[1, 2]', '[1, 2]'],
    ['[1, 2]|', '[1, 2]'],
    ['[|]', '[]'],
    ['x = [[1, 2], [3|, 4]] + y', '[[1, 2], [3, 4]]', 'python'],
    ['x = np.array([[1, 2], [|3, 4]], dtype=np.float32)', 'np.array([[1, 2], [3, 4]], dtype=np.float32)', 'python'],
    ['x = np.arr|ay([1, 2])', 'np.array([1, 2])', 'python'],
    ['x = np.array([1, 2], dtype=np.|float32)', 'np.array([1, 2], dtype=np.float32)', 'python'],
    ['foo(a, [1, |2], b)', '[1, 2]', 'python'],
    ['softmax([1, |2])', '[1, 2]', 'python'],
    ['[1, # ] no\n |2]', '[1, # ] no\n 2]', 'python'],
    ['[1, # ]] (\n 2, # )\n |3]', '[1, # ]] (\n 2, # )\n 3]', 'python'],
    ['[1, /* ] */ |2] // ]', '[1, /* ] */ 2]', 'javascript'],
    ['["]", 1, |2]', '["]", 1, 2]', 'python'],
    ['{"a[": 1, "b": [1, |2], "c": [3]}', '[1, 2]', 'json'],
    ['{"a": {"b": [[1], [|2]]}}', '[[1], [2]]', 'json'],
    ['[{"b": [1, |2]}, {"b": [3]}]', '[1, 2]', 'json'],
    ['[1, foo, |3]', '[1, foo, 3]', 'python'],
    ['x[|0]', undefined, 'python'],
    ['w[i][|0]', undefined, 'python'],
    ['foo(|1)', undefined, 'python'],
    ['x = |5', undefined, 'python'],
    ['hel|lo world', undefined],
    ['if (x) {\n  y(1|);\n}', undefined, 'c'],
    ['float w[2][2] = {{1.f, |2.f}, {3.f, 4.f}};', '{{1.f, 2.f}, {3.f, 4.f}}', 'c'],
    ['auto v = std::vector<float>{1, |2};', 'std::vector<float>{1, 2}', 'cpp'],
    ['x := [2][2]float32{{1, |2}, {3, 4}}', '[2][2]float32{{1, 2}, {3, 4}}', 'go'],
    ['double[][] a = new double[][]{{1d, |2d}};', 'new double[][]{{1d, 2d}}', 'java'],
    ['let a = vec![1.0, |2.0];', 'vec![1.0, 2.0]', 'rust'],
    ['const x = new Float32Array([1, |2]);', 'new Float32Array([1, 2])', 'javascript'],
    ['y = Float32[1, |2]', 'Float32[1, 2]', 'julia'],
    ['A = [1 2; 3 |4];', '[1 2; 3 4]', 'matlab'],
    ['val x = floatArrayOf(1f, |2f)', 'floatArrayOf(1f, 2f)', 'kotlin'],
    [
      '<tf.Tensor: shape=(2,), dtype=float32, numpy=array([1., |2.], dtype=float32)> x',
      '<tf.Tensor: shape=(2,), dtype=float32, numpy=array([1., 2.], dtype=float32)>',
    ],
    [
      'Tensor(shape=[2], dtype=float32, place=Place(cpu), stop_gradient=True,\n [1., |2.])',
      'Tensor(shape=[2], dtype=float32, place=Place(cpu), stop_gradient=True,\n [1., 2.])',
    ],
    ['step 12 logits=[1.2, |-0.3] loss=0.4', '[1.2, -0.3]'],
    ['tensor([[1., |2.]],\n       device="cuda:0")', 'tensor([[1., 2.]],\n       device="cuda:0")', 'python'],
    ['[np.float64(0.|1), np.float64(0.2)]', '[np.float64(0.1), np.float64(0.2)]', 'python'],
    ['[[1, 2],\n [3, |4]', '[[1, 2],\n [3, 4]'],
    ["c = {1'000, |2};", "{1'000, 2}", 'cpp'],
    ['a,b\n1,2\n3,|4\n', '1,2\n3,4'],
    ['text\n1 2 |3\n4 5 6\nmore text', '1 2 3\n4 5 6'],
    ['4|2\n', undefined],
    ['|\n1,2', undefined],
    ['\n|1,2\r\n', '1,2'],
    ['|1,2\n3,4', '1,2\n3,4'],
    ["don't [1, |2] can't", '[1, 2]'],
  ];
  for (const [marked, expected, language] of cases) {
    it(`finds ${JSON.stringify(expected)} in ${JSON.stringify(marked)}`, () => {
      assert.equal(found(marked, language), expected);
    });
  }

  it('answers undefined for offsets outside the text', () => {
    for (const offset of [-1, 7, 0.5, NaN]) assert.equal(findArrayAt('[1, 2]', offset), undefined);
  });

  it('reads little of a big single line', () => {
    const member = '{"name": "a [ b", "v": [1.5, 2.5]}, ';
    const text = `[${member.repeat(1_500_000)}0]`;
    const offset = text.indexOf('1.5', 27_000_000);
    const start = performance.now();
    const range = findArrayAt(text, offset, { languageId: 'json' })!;
    assert.ok(performance.now() - start < 100);
    assert.equal(text.slice(range.start, range.end), '[1.5, 2.5]');
    assert.ok(readArray(text.slice(range.start, range.end)).ok);
  });
});
