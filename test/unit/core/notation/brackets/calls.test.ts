import { reads, refuses } from '../reading';

describe('reading calls as their libraries mean them', () => {
  reads([
    { text: 'val weights = Array(0.19, 0.15, 0.2)', values: [0.19, 0.15, 0.2], dtype: 'float64' },
    { text: 'Array(Array(1, 2), Array(3, 4))', values: [1, 2, 3, 4], shape: [2, 2] },
    { text: 'new Array(1, 2, 3)', values: [1, 2, 3], language: 'javascript', notation: 'javascript' },
    { text: '$w = array(0.1, 0.2, 0.3);', values: [0.1, 0.2, 0.3] },
    { text: 'array(1.5, dtype=float32)', values: [1.5], shape: [], dtype: 'float32', notation: 'numpy' },
    { text: 'Array([1., 2.], dtype=float32)', values: [1, 2], dtype: 'float32', notation: 'jax' },
    { text: 'List(1.0, 2.0)', values: [1, 2] },
    { text: 'Float32Array.of(0.5, 0.25)', values: [0.5, 0.25], dtype: 'float32', notation: 'javascript' },
    { text: 'new Float32Array(3)', values: [0, 0, 0], dtype: 'float32', language: 'javascript' },
    { text: 'Float64Array(2) [ 0.5, 1 ]', values: [0.5, 1], dtype: 'float64' },
    { text: '[Float32Array(2) [1, 2]]', values: [1, 2], shape: [1, 2] },
    { text: 'tf.tensor2d([1, 0.5], [2, 1])', values: [1, 0.5], shape: [2, 1], dtype: 'float32' },
    { text: "tf.tensor([1, 2, 3, 4], [2, 2], 'float32')", values: [1, 2, 3, 4], shape: [2, 2], dtype: 'float32' },
    { text: 'tf.constant([1, 2, 3, 4], tf.float16, [2, 2])', values: [1, 2, 3, 4], shape: [2, 2], dtype: 'float16' },
    { text: 'mat.NewDense(2, 2, []float64{1, 2, 3, 4})', values: [1, 2, 3, 4], shape: [2, 2] },
    { text: 'mat.NewVecDense(2, []float64{1, 2})', values: [1, 2] },
    { text: 'Array2::from_shape_vec((2, 2), vec![1., 2., 3., 4.])', values: [1, 2, 3, 4], shape: [2, 2] },
    { text: 'DMatrix::from_vec(2, 2, vec![1., 2., 3., 4.])', values: [1, 3, 2, 4], shape: [2, 2] },
    { text: 'Tensor::from_vec(vec![1f32, 2., 3., 4.], (2, 2), &device)?', values: [1, 2, 3, 4], shape: [2, 2] },
    { text: 'Nd4j.create(new double[]{1, 2, 3, 4}, new int[]{2, 2})', values: [1, 2, 3, 4], shape: [2, 2] },
    { text: 'np.array([1, 2], np.float16)', values: [1, 2], dtype: 'float16' },
    { text: 'np.array([1, 2], dt)', values: [1, 2], warnings: ['unsupported-dtype'] },
    { text: 'nn.Parameter(torch.tensor([1.5, 2]), False)', values: [1.5, 2], dtype: 'float32' },
  ]);
  refuses([
    { text: 'np.array([1, 2], [3, 4])', code: 'unexpected-text', at: '[3, 4]' },
    { text: 'torch.tensor([1, 2], [3, 4])', code: 'unexpected-text', at: '[3, 4]' },
    { text: 'torch.Tensor(2, 3)', code: 'unexpected-text', at: '3' },
    { text: 'tf.tensor2d([1, 2, 3], [2, 2])', code: 'bad-shape' },
    { text: 'mat.NewDense(2, 2, []float64{1, 2, 3})', code: 'bad-shape' },
    { text: 'new Float32Array(99999999)', code: 'too-many-values' },
    { text: 'new Float32Array(-1)', code: 'unexpected-text' },
  ]);
});
