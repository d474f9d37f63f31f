import { reads, refuses, type Case, type WrongCase } from './reading';

const f = Math.fround;
const numpySummary = 'array([0.000e+00, 1.000e+00, ..., 1.998e+03, 1.999e+03], shape=(2000,))';
const cudaPrint = "tensor([[ 0.1000, -1.2000e-03],\n        [ ..., ]], device='cuda:0', dtype=torch.float16)";

/** Each form in which arrays were met, with at least one text that is read and the ones that must not be. */
const forms: readonly (readonly [form: string, good: readonly Case[], bad?: readonly WrongCase[]])[] = [
  [
    'Python list and tuple',
    [
      { text: '[-1.0, 1, 2.0]', values: [-1, 1, 2], notation: 'python' },
      { text: '(1., 2.,)', values: [1, 2] },
      { text: '([1, 2.5], (3, 4))', values: [1, 2.5, 3, 4], shape: [2, 2] },
    ],
  ],
  [
    'NumPy call',
    [
      {
        text: 'np.array([[1.0, 0.5]], dtype=np.float32)',
        values: [1, 0.5],
        shape: [1, 2],
        dtype: 'float32',
        notation: 'numpy',
      },
      { text: 'np.array([0.1, 0.5], np.float16, copy=True)', values: [0.0999755859375, 0.5], dtype: 'float16' },
    ],
  ],
  [
    'NumPy repr',
    [{ text: 'array([-1.,  1.,  2.], dtype=float32)', values: [-1, 1, 2], dtype: 'float32', notation: 'numpy' }],
  ],
  ['scalars of NumPy 2 in a list', [{ text: '[np.float64(1.5), np.float32(2.0), np.int64(3)]', values: [1.5, 2, 3] }]],
  ['NumPy 2.2 summary with its invented shape', [], [{ text: numpySummary, code: 'truncated', at: '...' }]],
  [
    'NumPy print',
    [
      { text: '[[0 1 2]\n [3 4 5]]', values: [0, 1, 2, 3, 4, 5], shape: [2, 3], notation: 'numpyPrint' },
      { text: '[-1.  1.  2.]', values: [-1, 1, 2], notation: 'numpyPrint' },
    ],
  ],
  [
    'NumPy print options',
    [
      { text: '[-1., +1., +2.]', values: [-1, 1, 2] },
      { text: '[ 1.,  2.]', values: [1, 2] },
      { text: '[-1.00000000 +2.00000000]', values: [-1, 2] },
    ],
  ],
  [
    'matrix, masked array, no dimension, no value, object',
    [
      { text: 'matrix([[1, 2],\n        [3, 4]])', values: [1, 2, 3, 4], shape: [2, 2] },
      { text: 'array(3.)', values: [3], shape: [] },
      { text: 'array([], shape=(0, 3), dtype=float64)', values: [], shape: [0, 3] },
    ],
    [
      {
        text: 'masked_array(data=[1.0, --], mask=[False, True], fill_value=1e+20)',
        code: 'missing',
        at: '--',
      },
      { text: 'array([list([1, 2]), list([3])], dtype=object)', code: 'ragged' },
    ],
  ],
  [
    'PyTorch repr',
    [
      {
        text: "tensor([[0.5, -0.25]], device='cuda:0', dtype=torch.float16, grad_fn=<AddBackward0>)",
        values: [0.5, -0.25],
        shape: [1, 2],
        dtype: 'float16',
        notation: 'pytorch',
      },
      {
        text: 'Parameter containing:\ntensor([1., 2.], requires_grad=True)',
        values: [1, 2],
        dtype: 'float32',
      },
    ],
    [{ text: cudaPrint, code: 'truncated', at: '...' }],
  ],
  [
    'scale factor of old PyTorch and ATen',
    [
      { text: 'tensor(1.00000e-02 *\n       [ 5.5240])', values: [f(0.05524)], warnings: ['scale-applied'] },
      {
        text: ' 0.0100 *\n 4.6097\n 2.0000\n[ CPUFloatTensor{2} ]',
        values: [f(0.01 * 4.6097), f(0.02)],
        warnings: ['scale-applied'],
      },
    ],
  ],
  [
    'libtorch print',
    [
      {
        text: ' 0.2500  0.0258\n 0.5000 -0.2500\n[ CUDAFloatType{2,2} ]',
        values: [0.25, f(0.0258), 0.5, -0.25],
        shape: [2, 2],
        dtype: 'float32',
        notation: 'libtorch',
      },
    ],
  ],
  [
    'JAX',
    [
      { text: 'Array([-1.,  1.,  2.], dtype=float32)', values: [-1, 1, 2], dtype: 'float32', notation: 'jax' },
      { text: 'Array(1., dtype=float32)', values: [1], shape: [], dtype: 'float32' },
      { text: 'DeviceArray([1.], dtype=bfloat16)', values: [1], dtype: 'bfloat16' },
    ],
  ],
  [
    'TensorFlow',
    [
      {
        text: '<tf.Tensor: shape=(2, 2), dtype=float32, numpy=\narray([[1., 2.],\n       [3., 4.]], dtype=float32)>',
        values: [1, 2, 3, 4],
        shape: [2, 2],
        dtype: 'float32',
        notation: 'tensorflow',
      },
      { text: '<tf.Tensor: shape=(), dtype=float32, numpy=-2.0>', values: [-2], shape: [], dtype: 'float32' },
    ],
  ],
  [
    'print of Rust’s ndarray',
    [
      {
        text: '[[1., 2.]], shape=[1, 2], strides=[2, 1], layout=C (0x1), const ndim=2',
        values: [1, 2],
        shape: [1, 2],
        literal: '[[1., 2.]]',
      },
    ],
  ],
  [
    'Paddle',
    [
      {
        text: 'Tensor(shape=[2, 2], dtype=float32, place=Place(cpu), stop_gradient=True,\n       [[-0.5,  0.25],\n        [1., 2.]])',
        values: [-0.5, 0.25, 1, 2],
        shape: [2, 2],
        dtype: 'float32',
        notation: 'paddle',
      },
    ],
  ],
  [
    'JSON and JSON lines',
    [
      { text: '{"logits": [0.3, 2.9, 4.0]}', values: [0.3, 2.9, 4], language: 'json', notation: 'json' },
      { text: '[NaN, Infinity, -Infinity]', values: [NaN, Infinity, -Infinity], language: 'json' },
    ],
    [{ text: '[1, null]', code: 'missing', at: 'null', language: 'json' }],
  ],
  [
    'JavaScript',
    [
      { text: 'new Float32Array([1, 0.1])', values: [1, f(0.1)], dtype: 'float32', notation: 'javascript' },
      {
        text: '[1_000, .5, 0x1F, -Infinity, NaN, 1n]',
        values: [1000, 0.5, 31, -Infinity, NaN, 1],
        language: 'typescript',
      },
      { text: 'Float32Array(3) [ -1, 1, 2 ]', values: [-1, 1, 2], dtype: 'float32', notation: 'javascript' },
    ],
  ],
  [
    'C and C++',
    [
      {
        text: 'float w[2][2] = {{1.f, -2.5e-3F}, {0x1.8p+1, NAN}};',
        values: [1, f(-2.5e-3), 3, NaN],
        shape: [2, 2],
        dtype: 'float32',
        language: 'cpp',
      },
      { text: "double x[] = {1'000.0, -INFINITY, 2.0L, 3u};", values: [1000, -Infinity, 2, 3], language: 'cpp' },
    ],
  ],
  [
    'Rust',
    [
      { text: '[1.0_f32, 2f32]', values: [1, 2], dtype: 'float32' },
      { text: 'vec![f32::NAN, f32::INFINITY]', values: [NaN, Infinity], dtype: 'float32', notation: 'rust' },
      { text: 'array![[1.,2.],[3.,4.]]', values: [1, 2, 3, 4], shape: [2, 2] },
      { text: 'matrix![1.0, 2.0; 3.0, 4.0]', values: [1, 2, 3, 4], shape: [2, 2] },
    ],
  ],
  [
    'Go, Java, C#, Kotlin, Swift',
    [
      { text: '[]float64{1, math.Inf(-1)}', values: [1, -Infinity], notation: 'go' },
      { text: '[1 2 3]', values: [1, 2, 3], language: 'go' },
      { text: 'new double[]{1.0d, Double.NaN}', values: [1, NaN], language: 'java' },
      { text: 'new float[,] { { 1f, 2.5f } }', values: [1, 2.5], shape: [1, 2], dtype: 'float32', language: 'csharp' },
      { text: 'floatArrayOf(1f, 2f)', values: [1, 2], dtype: 'float32', notation: 'kotlin' },
      { text: 'let x: [Float] = [1, 0.5]', values: [1, 0.5], dtype: 'float32', language: 'swift' },
    ],
  ],
  [
    'Julia',
    [
      { text: '[1.0 2.0; 3.0 4.0]', values: [1, 2, 3, 4], shape: [2, 2], language: 'julia' },
      { text: '[1, 2, 3]', values: [1, 2, 3], language: 'julia' },
      { text: '[1 2 3]', values: [1, 2, 3], shape: [1, 3], language: 'julia' },
      { text: 'Float32[1.0f0, Inf, -1f-3]', values: [1, Infinity, f(-1e-3)], dtype: 'float32', language: 'julia' },
    ],
    [{ text: '3×3 Matrix{Float64}:\n 1.0  ⋯  2.0\n ⋮    ⋱  ⋮\n', code: 'truncated' }],
  ],
  [
    'MATLAB and Octave',
    [
      { text: '[1 2; 3 4]', values: [1, 2, 3, 4], shape: [2, 2], language: 'matlab' },
      { text: '[1, 2\n 3, 4]', values: [1, 2, 3, 4], shape: [2, 2], language: 'matlab' },
      { text: '[1 2 ...\n 3 4]', values: [1, 2, 3, 4], language: 'matlab' },
      {
        text: 'ans =\n\n   1.0e+05 *\n\n    2.5    0.5\n    1.0    2.0\n',
        values: [250000, 50000, 100000, 200000],
        shape: [2, 2],
        warnings: ['scale-applied'],
      },
    ],
  ],
  [
    'R',
    [
      { text: 'c(1, -2e-3)', values: [1, -2e-3], notation: 'r' },
      { text: 'matrix(c(1,2,3,4), nrow=2)', values: [1, 3, 2, 4], shape: [2, 2] },
      { text: '[1] -1  1  2', values: [-1, 1, 2], notation: 'r' },
      { text: 'c(1e-3L, TRUE)', values: [1e-3, 1], language: 'r', warnings: ['boolean-as-number'] },
    ],
    [{ text: 'c(1, NA)', code: 'missing', at: 'NA', language: 'r' }],
  ],
  [
    'tables of text',
    [
      { text: '1.5,2.0\n3,4', values: [1.5, 2, 3, 4], shape: [2, 2], notation: 'csv' },
      { text: 'a,b\n1,2\n3,4', values: [1, 2, 3, 4], shape: [2, 2], labels: [undefined, ['a', 'b']] },
      { text: '"1","2"\n"3","4"', values: [1, 2, 3, 4], shape: [2, 2] },
      { text: '1\t2\n3\t4', values: [1, 2, 3, 4], shape: [2, 2], notation: 'tsv' },
      { text: '1,5;2;3', values: [1.5, 2, 3] },
    ],
    [{ text: '1,5;2,0', code: 'decimal-comma' }],
  ],
  [
    'LaTeX and Markdown',
    [
      {
        text: '\\begin{bmatrix} \\frac{1}{2} & 3 \\cdot 10^{-3} \\\\ \u22121 & 4 \\end{bmatrix}',
        values: [0.5, 0.003, -1, 4],
        shape: [2, 2],
        notation: 'latex',
      },
      { text: '1 & 2 \\\\ 3 & 4', values: [1, 2, 3, 4], shape: [2, 2], notation: 'latex' },
      { text: '| 1 | 2 |', values: [1, 2], notation: 'markdown' },
      { text: '| 1 | 2 |\n| 3 | 4 |', values: [1, 2, 3, 4], shape: [2, 2], notation: 'markdown' },
      { text: '| a | b |\n|---|---|\n| 1 | 2 |', values: [1, 2], labels: [['a', 'b']] },
    ],
  ],
  [
    'lines of a raw notebook',
    [
      {
        text: '"array([[2., 3.],\\n",\n"       [4., 5.]])"',
        values: [2, 3, 4, 5],
        shape: [2, 2],
        notation: 'numpy',
      },
    ],
  ],
  ['log line', [{ text: 'step 12 logits=[1.2, -0.3] loss=0.4', values: [1.2, -0.3], literal: '[1.2, -0.3]' }]],
];

describe('the 27 forms', () => {
  forms.forEach(([form, good, bad = []], i) => {
    describe(`${i + 1} ${form}`, () => {
      reads(good);
      refuses(bad);
    });
  });
});

describe('methods behind an array and calls of reshape round it', () => {
  const text = 'torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])';
  const values = [1, 2, 3, 4, 5, 6];
  const turned = [1, 4, 2, 5, 3, 6];
  reads([
    ...['.T', '.t()', '.mT', '.transpose(0, 1)', '.transpose(-2,-1)'].map((method) => ({
      text: text + method,
      values: turned,
      shape: [3, 2],
      literal: text + method,
    })),
    { text: `${text}.reshape(3, 2)`, values, shape: [3, 2] },
    { text: `${text}.view(-1, 2)`, values, shape: [3, 2] },
    { text: `${text}.reshape((3, -1)).T`, values: [1, 3, 5, 2, 4, 6], shape: [2, 3] },
    { text: 'np.array([[1, 2], [3, 4]]).reshape(4, order="F")', values: [1, 3, 2, 4] },
    { text: 'np.array([[1, 2], [3, 4]]).flatten()', values: [1, 2, 3, 4] },
    { text: "np.array([[1, 2], [3, 4]]).ravel(order='F')", values: [1, 3, 2, 4] },
    { text: `${text}.unsqueeze(0)`, values, shape: [1, 2, 3] },
    { text: `${text}.unsqueeze(-1).squeeze(2)`, values, shape: [2, 3] },
    { text: 'np.array([[[1, 2]]]).squeeze()', values: [1, 2] },
    { text: `${text}.cuda().detach()`, values, shape: [2, 3], dtype: 'float32', literal: text },
    { text: 'torch.tensor([0.1]).half()', values: [0.0999755859375], dtype: 'float16' },
    { text: 'torch.tensor([0.1]).double()', values: [f(0.1)], dtype: 'float64' },
    { text: "torch.tensor([0.1]).to('cuda', torch.bfloat16)", values: [0.10009765625], dtype: 'bfloat16' },
    { text: 'np.array([0.1]).astype(np.float32)', values: [f(0.1)], dtype: 'float32' },
    { text: "[1 2; 3 4]'", values: [1, 3, 2, 4], shape: [2, 2], language: 'matlab' },
    { text: "[1.0 2.0; 3.0 4.0].'", values: [1, 3, 2, 4], shape: [2, 2], language: 'matlab' },
    {
      text: 'real :: a(2,2) = reshape((/ 1.0d0, 2.0, 3.0, 4.0 /), (/ 2, 2 /))',
      values: [1, 3, 2, 4],
      shape: [2, 2],
      notation: 'fortran',
      language: 'fortran',
    },
    { text: 'reshape([1., 2., 3., 4.], [2, 2], order=[2, 1])', values: [1, 2, 3, 4], shape: [2, 2] },
    { text: 'reshape([1 2 3 4 5 6], 2, 3)', values: [1, 3, 5, 2, 4, 6], shape: [2, 3], language: 'matlab' },
    { text: 'np.reshape(np.array([1, 2, 3, 4]), (2, 2))', values: [1, 2, 3, 4], shape: [2, 2], notation: 'numpy' },
    { text: "np.reshape([1, 2, 3, 4], (2, 2), order='F')", values: [1, 3, 2, 4], shape: [2, 2] },
    { text: 'reshape([1, 2, 3, 4], (2, 2))', values: [1, 2, 3, 4], shape: [2, 2], language: 'python' },
  ]);
  refuses([
    { text: `${text}.view(4)`, code: 'bad-shape', details: { shape: '4', count: 6 } },
    { text: `${text}.reshape(-1, 4)`, code: 'bad-shape' },
    { text: `${text}.T.softmax(-1)`, code: 'array-expression', at: '.softmax' },
    { text: 'np.array([1.5]).astype(int)', code: 'array-expression', at: '.astype' },
    { text: 'torch.tensor([1.5]).long()', code: 'array-expression', at: '.long' },
    { text: 'reshape([1, 2], shape(a))', code: 'array-expression' },
    { text: `${text}[0]`, code: 'array-expression', at: '[' },
    { text: 'np.zeros((2, 2))', code: 'unknown-call' },
  ]);
});

describe('comments and prompts before every line', () => {
  reads([
    { text: '# array([1., 2.,\n#        3., 4.])', values: [1, 2, 3, 4], language: 'python' },
    { text: '// {1, 2,\n// 3}', values: [1, 2, 3], language: 'c' },
    { text: '/* {1, 2,\n * 3} */', values: [1, 2, 3], language: 'c' },
    { text: ' * [1, 2,\n *  3]', values: [1, 2, 3], language: 'javascript' },
    { text: '% [1 2; ...\n%  3 4]', values: [1, 2, 3, 4], shape: [2, 2], language: 'matlab' },
    {
      text: '>>> x = np.array([[1, 2],\n...               [3, 4]])',
      values: [1, 2, 3, 4],
      shape: [2, 2],
      notation: 'numpy',
    },
    { text: 'In [3]: np.array([1,\n   ...:    2])', values: [1, 2] },
  ]);
});

describe('selections a little too short or too long', () => {
  reads([
    { text: '1, 2, 3]', values: [1, 2, 3], literal: '1, 2, 3' },
    { text: ', 2, 3]', values: [2, 3] },
    { text: '], [3, 4]]', values: [3, 4] },
    { text: '[1, 2],\n [3, 4]]', values: [1, 2, 3, 4], shape: [2, 2] },
    { text: '[1, 2],\n [3, 4],', values: [1, 2, 3, 4], shape: [2, 2] },
    { text: '[1, 2, 3],', values: [1, 2, 3], literal: '[1, 2, 3]' },
    { text: '[1, 2, 3])', values: [1, 2, 3] },
    { text: '[1, 2, 3], dtype=float32)', values: [1, 2, 3] },
    { text: '.array([1, 2])', values: [1, 2] },
    { text: 'array([1, 2]))', values: [1, 2], literal: 'array([1, 2])' },
    { text: '= [1, 2]', values: [1, 2] },
    { text: '"logits": [1, 2],', values: [1, 2] },
    { text: '1.f, 2.f};', values: [1, 2], dtype: 'float32' },
    { text: 'assert y == [1, 2]', values: [1, 2] },
  ]);
  refuses([
    { text: '[1, 2, 3', code: 'unclosed-bracket', at: '[' },
    { text: '[[1, 2],\n [3, 4]', code: 'unclosed-bracket', at: '[' },
    { text: 'np.array([1, 2]', code: 'unclosed-bracket', at: '(' },
    { text: '1, 2], [3, 4]]', code: 'unexpected-closer', at: ']' },
    { text: '[1, 2] [3, 4]', code: 'several-arrays', at: '[3, 4]' },
    { text: '[1, 2], [3, 4]', code: 'several-arrays', at: '[3, 4]' },
    { text: 'tensor([1., 2.], grad_fn=<AddB', code: 'unclosed-bracket' },
  ]);
});
