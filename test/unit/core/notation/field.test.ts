import assert from 'node:assert/strict';
import { readArray } from '../../../../src/core/notation/readArray';
import { reads, refuses } from './reading';

const f = Math.fround;

describe('forms met in the wild', () => {
  reads([
    { text: '[-1., +1., +2.]', values: [-1, 1, 2] },
    { text: '[ 1.,  2.]', values: [1, 2] },
    { text: '[-1.00000000  2.00000000]', values: [-1, 2], notation: 'numpyPrint' },
    { text: '[ 1.0 +2.0 ]', values: [1, 2] },
    {
      text: 'masked_array(\n  data=[[1.0, 2.0],\n        [3.0, 4.0]],\n  mask=False,\n  fill_value=1e+20)',
      values: [1, 2, 3, 4],
      shape: [2, 2],
    },
    {
      text: 'tensor(1.00000e-02 *\n       [ 5.5240])',
      values: [f(0.05524)],
      dtype: 'float32',
      warnings: ['scale-applied'],
    },
    { text: 'DeviceArray([1., 2.], dtype=float32)', values: [1, 2], dtype: 'float32', notation: 'jax' },
    { text: 'Array([1., 2.], dtype=bfloat16)', values: [1, 2], dtype: 'bfloat16' },
    {
      text: '2×2 Matrix{Float32}:\n 1.0  -2.0\n 3.0  NaN',
      values: [1, -2, 3, NaN],
      shape: [2, 2],
      dtype: 'float32',
      notation: 'julia',
    },
    { text: '3-element Vector{Float64}:\n 1.0\n 2.5\n -Inf', values: [1, 2.5, -Infinity], dtype: 'float64' },
    { text: 'matrix![1.0, 2.0; 3.0, 4.0]', values: [1, 2, 3, 4], shape: [2, 2], notation: 'rust' },
    { text: '@[@1, @2.5]', values: [1, 2.5] },
    {
      text: '[array([1., 2.], dtype=float32), array([3., 4.], dtype=float32)]',
      values: [1, 2, 3, 4],
      shape: [2, 2],
      dtype: 'float32',
    },
    { text: 'real(8) :: x(3) = [1.0d0, 2.0_8, -3.0]', values: [1, 2, -3], language: 'fortran' },
    {
      text: 'const std::array<float, 3> a = {1.0f, 2.0f, 3.0f};',
      values: [1, 2, 3],
      dtype: 'float32',
      language: 'cpp',
    },
    { text: '[1,2,3] :: [Float]', values: [1, 2, 3], language: 'haskell' },
    { text: '# [1, 2, 3]', values: [1, 2, 3], language: 'python', literal: '[1, 2, 3]' },
  ]);
  refuses([
    { text: 'tensor([[ 0.1000, -1.2000e-03],\n        [ ..., ]], device="cuda:0")', code: 'truncated', at: '...' },
    { text: '3×3 Matrix{Float64}:\n 1.0  ⋯  2.0\n ⋮    ⋱  ⋮\n', code: 'truncated' },
    { text: 'torch.zeros(2, 3)', code: 'unknown-call' },
    { text: 'np.array(2 * [1, 2])', code: 'array-expression', at: '[' },
  ]);
});

describe('traps', () => {
  reads([
    { text: '[1 -2]', values: [1, -2] },
    { text: '[1 -2]', values: [-1], language: 'javascript' },
    { text: '[1 -2]', values: [1, -2], language: 'julia', shape: [1, 2] },
    { text: '[1, -2]', values: [1, -2] },
    {
      text: '[1. , .5 , +1. , -.5e-3 , 1e3 , 1E+03 , 1_000 , 0x1F , 0b1 , 0o7]',
      values: [1, 0.5, 1, -0.0005, 1000, 1000, 1000, 31, 1, 7],
    },
    { text: '[1f, 2F, 3d, 4D, 5L, 6u8, 7_f32, 8f0, 9n]', values: [1, 2, 3, 4, 5, 6, 7, 8, 9], language: 'julia' },
    { text: '[\u22121.5,\u00a0\uff11\uff12.\uff15]', values: [-1.5, 12.5] },
    {
      text: '[nan, NaN, NAN, -nan, nan.0, float("nan"), np.nan, math.nan, torch.nan]',
      values: Array<number>(9).fill(NaN),
    },
    { text: '[inf, Inf, INF, Infinity, oo, float("inf"), np.inf, ∞]', values: Array<number>(8).fill(Infinity) },
    { text: '[True, false, TRUE]', values: [1, 0, 1], warnings: ['boolean-as-number'] },
    { text: 'tensor([1., 2.], device="cuda:0", size=(2,))', values: [1, 2] },
    { text: '[1, 2] # [3, 4]', values: [1, 2] },
    { text: '[1, /* 9, */ 2] // 3', values: [1, 2], language: 'c' },
    { text: '[1, -- 9\n 2]', values: [1, 2], language: 'haskell' },
    { text: '[-0., 0.]', values: [-0, 0] },
    { text: '[1/3, 2*np.pi, 1e-3*5]', values: [1 / 3, 2 * Math.PI, 0.005] },
    { text: 'array(5)', values: [5], shape: [] },
  ]);
  refuses([
    { text: '[1, 2 % 9\n 3]', code: 'ragged', language: 'matlab' },
    { text: '[1.+2.j, 1]', code: 'complex' },
    { text: '[1, 2im]', code: 'complex', language: 'julia' },
    { text: '[1+2i, 3]', code: 'complex', language: 'matlab' },
    { text: '[1, null]', code: 'missing', at: 'null', language: 'json' },
    { text: '[...xs]', code: 'unexpected-text', language: 'javascript' },
    { text: 'torch.tensor([torch.finfo(torch.float16).min, 1.])', code: 'array-expression', at: '.min' },
    { text: '[[1 2] [3]]', code: 'ragged', at: '[3]' },
  ]);

  it('offers missing values as nan', () => {
    const result = readArray('masked_array(data=[1.0, --, None, <NA>], mask=[False, True, True, True])', {
      missing: 'nan',
    });
    assert.ok(result.ok);
    assert.deepEqual([...result.array.data], [1, NaN, NaN, NaN]);
    assert.deepEqual(
      result.problems.map((problem) => [problem.code, problem.details?.count]),
      [['missing-as-nan', 3]],
    );
  });

  it('keeps where each value stands', () => {
    const text = 'x = np.array([[-1.5, np.pi], [2**3, float("inf")]])';
    const result = readArray(text, { ranges: true });
    assert.ok(result.ok);
    const { starts, ends } = result.ranges!;
    assert.deepEqual(
      Array.from(starts, (start, i) => text.slice(start, ends[i])),
      ['-1.5', 'np.pi', '2**3', 'float("inf")'],
    );
  });

  it('tells how many digits were printed', () => {
    for (const [text, decimals, significant] of [
      ['[0.1235, 12.5]', 4, 4],
      ['[1.235e-3]', 6, 4],
      ['tensor([0.0000, 2.0000])', 4, 5],
      ['[12e3]', -3, 2],
    ] as const) {
      for (const ranges of [false, true]) {
        const result = readArray(text, { ranges });
        assert.ok(result.ok);
        assert.deepEqual(result.digits, { decimals, significant });
      }
    }
  });

  it('finds several problems at once, each in its place', () => {
    const text = '[1, foo, "a", None]';
    const { problems } = readArray(text);
    assert.deepEqual(
      problems.map(({ offset, length }) => text.slice(offset, offset + length)),
      ['foo', '"a"', 'None'],
    );
  });
});
