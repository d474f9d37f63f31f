import type { DType } from '../../array/numericArray';
import type { NotationId } from '../notation';

/** Modules and types before a constant: `np.inf`, `std::f32::INFINITY`, `Double.NaN`. */
const owners = new Set(
  (
    'np numpy math Math torch jnp jax jax.numpy tf mx mlx.core paddle cmath cp cupy float Float Double double f32 f64 ' +
    'f16 std std::f32 std::f64 core::f32 core::f64 Number System Single Half FP Float32 Float64 Float16 Base Inf NaN ' +
    'numpy.ma np.ma kotlin.math pl sp scipy tf.math MathF System.Math T Self'
  ).split(' '),
);

const single = 3.4028234663852886e38;
const constants = new Map<string, number>([
  ...'inf infinity infty pinf positive_infinity positiveinfinity oo huge_val huge_valf huge_vall inf16 inf32 inf64 inff ∞ hugevalf cudart_inf cudart_inf_f inft'
    .split(' ')
    .map((name) => [name, Infinity] as const),
  ...'ninf neg_infinity negative_infinity negativeinfinity'.split(' ').map((name) => [name, -Infinity] as const),
  ...'nan nan16 nan32 nan64 nanf cudart_nan cudart_nan_f indeterminate quiet_nan'
    .split(' ')
    .map((name) => [name, NaN] as const),
  ['pi', Math.PI],
  ['π', Math.PI],
  ['m_pi', Math.PI],
  ['m_pi_f', Math.PI],
  ['tau', 2 * Math.PI],
  ['m_e', Math.E],
  ['m_sqrt2', Math.SQRT2],
  ['flt_max', single],
  ['flt_min', 2 ** -126],
  ['flt_epsilon', 2 ** -23],
  ['dbl_max', Number.MAX_VALUE],
  ['dbl_min', 2 ** -1022],
  ['dbl_epsilon', 2 ** -52],
]);

/** Constants that need their owner: the bare name means something else. */
const owned: ReadonlyMap<string, number> = new Map([
  ['np.e', Math.E],
  ['numpy.e', Math.E],
  ['math.e', Math.E],
  ['torch.e', Math.E],
  ['jnp.e', Math.E],
  ['Math.E', Math.E],
  ['math.E', Math.E],
  ['Math.SQRT2', Math.SQRT2],
  ['Math.SQRT1_2', Math.SQRT1_2],
  ['Math.LN2', Math.LN2],
  ['Math.LN10', Math.LN10],
  ['Number.MAX_VALUE', Number.MAX_VALUE],
  ['Number.MIN_VALUE', Number.MIN_VALUE],
  ['Number.EPSILON', Number.EPSILON],
  ['Number.MAX_SAFE_INTEGER', Number.MAX_SAFE_INTEGER],
  ['Number.MIN_SAFE_INTEGER', Number.MIN_SAFE_INTEGER],
  ['Double.MAX_VALUE', Number.MAX_VALUE],
  ['Double.MIN_VALUE', Number.MIN_VALUE],
  ['Float.MAX_VALUE', single],
  ['Float.MIN_VALUE', 2 ** -149],
  ['double.MaxValue', Number.MAX_VALUE],
  ['double.MinValue', -Number.MAX_VALUE],
  ['double.Epsilon', Number.MIN_VALUE],
  ['float.MaxValue', single],
  ['float.MinValue', -single],
  ['float.Epsilon', 2 ** -149],
  ['f32::MAX', single],
  ['f32::MIN', -single],
  ['f32::EPSILON', 2 ** -23],
  ['f32::MIN_POSITIVE', 2 ** -126],
  ['f64::MAX', Number.MAX_VALUE],
  ['f64::MIN', -Number.MAX_VALUE],
  ['f64::EPSILON', 2 ** -52],
  ['f64::MIN_POSITIVE', 2 ** -1022],
  ['math.MaxFloat64', Number.MAX_VALUE],
  ['math.MaxFloat32', single],
  ['math.SmallestNonzeroFloat64', Number.MIN_VALUE],
  ['math.SmallestNonzeroFloat32', 2 ** -149],
  ['sys.float_info.max', Number.MAX_VALUE],
  ['sys.float_info.min', 2 ** -1022],
  ['sys.float_info.epsilon', 2 ** -52],
]);

/** The value of a constant's name as any of the languages spells it, or undefined. */
export function constantValue(name: string): number | undefined {
  const exact = owned.get(name) ?? constants.get(name);
  if (exact !== undefined) return exact;
  const [owner, member] = split(name);
  if (owner !== '' && !owners.has(owner)) return undefined;
  return constants.get(member.toLowerCase());
}

/** `std::f32::NAN` as `std::f32` and `NAN`; the owner is empty where there is none. */
function split(name: string): readonly [string, string] {
  const dot = name.lastIndexOf('.');
  const colons = name.lastIndexOf('::');
  if (dot > colons) return [name.slice(0, dot), name.slice(dot + 1)];
  return colons < 0 ? ['', name] : [name.slice(0, colons), name.slice(colons + 2)];
}

const missing = new Set(
  'None NA null nil nothing Null NULL missing undefined NaT masked np.ma.masked NA_real_ NA_integer_ pd.NA pd.NaT Missing[]'.split(
    ' ',
  ),
);
export const isMissing = (name: string): boolean => missing.has(name);

const booleans: ReadonlyMap<string, number> = new Map([
  ...'True true TRUE np.True_ .true. .TRUE. YES'.split(' ').map((name) => [name, 1] as const),
  ...'False false FALSE np.False_ .false. .FALSE. NO'.split(' ').map((name) => [name, 0] as const),
]);
export const booleanValue = (name: string): number | undefined => booleans.get(name);

const dtypes: ReadonlyMap<string, DType> = new Map<string, DType>([
  ...'float32 single f32 f4 float32_t Float32 Float32Array FloatArray FloatTensor'
    .split(' ')
    .map((name) => [name, 'float32'] as const),
  ...'float16 half f16 f2 Float16 Float16Array HalfTensor __half float16_t Half _Float16'
    .split(' ')
    .map((name) => [name, 'float16'] as const),
  ...'bfloat16 bf16 BFloat16 BFloat16Tensor __nv_bfloat16 nv_bfloat16'
    .split(' ')
    .map((name) => [name, 'bfloat16'] as const),
  ...'float64 double f64 f8 Float64 Float64Array DoubleArray DoubleTensor Double'
    .split(' ')
    .map((name) => [name, 'float64'] as const),
  ['float8_e5m2', 'float8_e5m2'],
  ['float8_e4m3fn', 'float8_e4m3fn'],
]);

/**
 * The dtype that a type's name means: `np.float32`, `"float16"`, `<f4`, `torch.half`. Integers and booleans are
 * float64; undefined for a name that is no type of numbers.
 *
 * @param floatIsSingle `float` is float32 (C, Java, …), not Python's float64
 */
export function dtypeOfName(name: string, floatIsSingle: boolean): DType | undefined {
  const word = name.replace(/^['"<>=|]+|['"]+$/g, '').replace(/^.*[.:]/, '');
  if (word === 'float') return floatIsSingle || name.startsWith('torch.') ? 'float32' : 'float64';
  if (word === 'Float' || word === 'vec' || word === 'CGFloat') return word === 'CGFloat' ? 'float64' : 'float32';
  const known = dtypes.get(word);
  if (known !== undefined) return known;
  return /^(u?int(8|16|32|64)?(_t)?|bool_?|long|short|[iu][1248]|[ui](8|16|32|64|128)|isize|usize|Int(8|16|32|64)?|UInt(8|16|32|64)?|(Big)?U?[Ii]nt(8|16|32|64)(Clamped)?Array|Integer|complex\d*|object|O|float128|longdouble)$/.test(
    word,
  )
    ? 'float64'
    : undefined;
}

/** Keyword arguments that describe an array and hold none of its values. */
const describing = new Set(
  (
    'dtype shape device size requires_grad grad_fn layout place stop_gradient fill_value mask order copy ndmin nnz ' +
    'strides weak_type sharding name label id pin_memory memory_format names is_leaf const ndim subok like trainable ' +
    'chunks backend cls encoding quantization_scheme scale zero_point step epoch'
  ).split(' '),
);
export const isDescribing = (key: string): boolean => describing.has(key);

/** What a call round values is. */
export interface Constructor {
  /**
   * 'wrap': its argument is the array or the number; 'list': its arguments are the values; 'either': a list where two
   * numbers or two of its own kind stand in it, `Array(1, 2)`, else it wraps; 'sized': wraps an array, but a number is
   * its length; 'shaped': lengths before the values, `NewDense(2, 2, values)`; 'columns': so, the first index fastest;
   * 'reshape': array, shape
   */
  readonly kind: 'wrap' | 'list' | 'either' | 'sized' | 'shaped' | 'columns' | 'reshape';
  /** what may stand behind the array, by position; nothing may where it is not given */
  readonly rest?: readonly ('dtype' | 'shape' | 'other')[];
  readonly notation?: NotationId;
  readonly dtype?: DType;
}

const constructors = new Map<string, Constructor>();
function add(names: string, constructor: Constructor): void {
  for (const name of names.split(' ')) constructors.set(name, constructor);
}
add(
  'np.array numpy.array np.asarray numpy.asarray np.matrix matrix np.asanyarray np.ascontiguousarray np.r_ cp.array cupy.array',
  { kind: 'wrap', notation: 'numpy', rest: ['dtype', 'other', 'other'] },
);
add('array', { kind: 'either', notation: 'numpy', rest: ['dtype', 'other', 'other'] });
add('masked_array np.ma.array np.ma.masked_array', {
  kind: 'wrap',
  notation: 'numpy',
  rest: ['other', 'dtype'],
});
add('tensor torch.tensor torch.Tensor at::tensor', { kind: 'wrap', notation: 'pytorch' });
add('torch.as_tensor', { kind: 'wrap', notation: 'pytorch', rest: ['dtype', 'other'] });
add('Parameter nn.Parameter torch.nn.Parameter Variable', { kind: 'wrap', notation: 'pytorch', rest: ['other'] });
add('torch.FloatTensor', { kind: 'wrap', notation: 'pytorch', dtype: 'float32' });
add('torch.HalfTensor', { kind: 'wrap', notation: 'pytorch', dtype: 'float16' });
add('torch.DoubleTensor torch.LongTensor torch.IntTensor torch.ByteTensor torch.BoolTensor', {
  kind: 'wrap',
  notation: 'pytorch',
  dtype: 'float64',
});
add('Array', { kind: 'either', notation: 'jax', rest: ['dtype'] });
add('DeviceArray jnp.array jnp.asarray jax.numpy.array jax.numpy.asarray', {
  kind: 'wrap',
  notation: 'jax',
  rest: ['dtype', 'other', 'other'],
});
add('tf.constant tf.convert_to_tensor tensorflow.constant', {
  kind: 'wrap',
  notation: 'tensorflow',
  rest: ['dtype', 'shape', 'other'],
});
add('tf.Tensor tf.Variable', { kind: 'wrap', notation: 'tensorflow', rest: ['other', 'other', 'other'] });
add('tf.tensor tf.tensor2d tf.tensor3d tf.tensor4d tf.tensor5d tf.tensor6d', {
  kind: 'wrap',
  notation: 'tensorflow',
  rest: ['shape', 'dtype'],
});
add('tf.tensor1d tf.scalar', { kind: 'wrap', notation: 'tensorflow', rest: ['dtype'] });
add('mx.array mlx.core.array', { kind: 'wrap', notation: 'mlx', rest: ['dtype'] });
add('Tensor paddle.to_tensor paddle.Tensor', { kind: 'wrap', notation: 'paddle', rest: ['dtype', 'other', 'other'] });
add('list tuple', { kind: 'wrap' });
const typedArrays: readonly (readonly [string, DType])[] = [
  ...'Float64Array Int32Array Uint8Array Int8Array Int16Array Uint16Array Uint32Array Uint8ClampedArray BigInt64Array BigUint64Array'
    .split(' ')
    .map((name) => [name, 'float64'] as const),
  ['Float32Array', 'float32'],
  ['Float16Array', 'float16'],
];
for (const [name, dtype] of typedArrays) {
  add(name, { kind: 'sized', notation: 'javascript', dtype });
  add(`${name}.from`, { kind: 'wrap', notation: 'javascript', dtype });
  add(`${name}.of`, { kind: 'list', notation: 'javascript', dtype });
}
add('Array.of', { kind: 'list', notation: 'javascript' });
add('Seq Vector IndexedSeq ListBuffer DenseVector Vectors.dense', { kind: 'either' });
add('mat.NewDense mat.NewVecDense NewDense NewVecDense', { kind: 'shaped', notation: 'go' });
add(
  'Array::from_shape_vec Array1::from_shape_vec Array2::from_shape_vec Array3::from_shape_vec ArrayD::from_shape_vec DMatrix::from_row_slice',
  { kind: 'shaped', notation: 'rust' },
);
add('DMatrix::from_vec DMatrix::from_column_slice', { kind: 'columns', notation: 'rust' });
add('Tensor::from_vec Tensor::from_slice', { kind: 'wrap', notation: 'rust', rest: ['shape', 'other'] });
add('Tensor::new Tensor::of_slice Tensor::from_data', { kind: 'wrap', notation: 'rust', rest: ['other'] });
add('Nd4j.create', { kind: 'wrap', notation: 'java', rest: ['shape', 'other', 'other'] });
add('vec2 vec3 vec4 float2 float3 float4 vec2f vec3f vec4f make_float2 make_float3 make_float4', {
  kind: 'list',
  notation: 'glsl',
  dtype: 'float32',
});
add('half2 half3 half4 vec2h vec3h vec4h', { kind: 'list', notation: 'glsl', dtype: 'float16' });
add(
  'dvec2 dvec3 dvec4 ivec2 ivec3 ivec4 uvec2 uvec3 uvec4 bvec2 bvec3 bvec4 double2 double3 double4 int2 int3 int4 vec2i vec3i vec4i vec2u vec3u vec4u',
  { kind: 'list', notation: 'glsl', dtype: 'float64' },
);
add('floatArrayOf', { kind: 'list', notation: 'kotlin', dtype: 'float32' });
add('doubleArrayOf intArrayOf longArrayOf shortArrayOf byteArrayOf', {
  kind: 'list',
  notation: 'kotlin',
  dtype: 'float64',
});
add('arrayOf listOf mutableListOf arrayListOf', { kind: 'list', notation: 'kotlin' });
add('List.of Arrays.asList DoubleStream.of Stream.of Set.of', { kind: 'list', notation: 'java' });
add('single', { kind: 'wrap', notation: 'matlab', dtype: 'float32' });
add('half', { kind: 'wrap', dtype: 'float16' });
add('arr1 arr2 arr3 Array::from Vec::from Array1::from Array2::from', { kind: 'wrap', notation: 'rust' });
add('fromList listArray V.fromList', { kind: 'wrap', notation: 'haskell' });
add('List', { kind: 'either' });
add('Matrix NumericArray SparseArray', { kind: 'wrap', notation: 'mathematica' });
add('np.float64 np.double numpy.float64 np.longdouble', { kind: 'wrap', notation: 'numpy', dtype: 'float64' });
add('np.float32 np.single numpy.float32', { kind: 'wrap', notation: 'numpy', dtype: 'float32' });
add('np.float16 np.half numpy.float16', { kind: 'wrap', notation: 'numpy', dtype: 'float16' });
add('np.int8 np.int16 np.int32 np.int64 np.uint8 np.uint16 np.uint32 np.uint64 np.bool_ np.bool np.intp', {
  kind: 'wrap',
  notation: 'numpy',
  dtype: 'float64',
});
add(
  'float int Decimal Fraction bool Number parseFloat double Double Int int32 int64 uint8 float64 Float64 f64 BigInt Int64 Int32',
  { kind: 'wrap' },
);
add('Float32 float32 f32 Float', { kind: 'wrap', dtype: 'float32' });
add('Float16 f16 float16', { kind: 'wrap', dtype: 'float16' });
add('bfloat16 BFloat16', { kind: 'wrap', dtype: 'bfloat16' });

add('reshape', { kind: 'reshape' });
add('np.reshape numpy.reshape', { kind: 'reshape', notation: 'numpy' });
add('torch.reshape', { kind: 'reshape', notation: 'pytorch' });
add('jnp.reshape jax.numpy.reshape', { kind: 'reshape', notation: 'jax' });
add('tf.reshape', { kind: 'reshape', notation: 'tensorflow' });

/** What is known of a callee, array constructors and conversions alike. */
export const constructorOf = (name: string): Constructor | undefined => constructors.get(name);

/** Functions of constants, after their module is taken off. */
const functions: ReadonlyMap<string, (...args: number[]) => number> = new Map<string, (...args: number[]) => number>([
  ['sqrt', Math.sqrt],
  ['exp', Math.exp],
  ['log', Math.log],
  ['abs', Math.abs],
  ['fabs', Math.abs],
  ['pow', Math.pow],
  ['Inf', (sign = 1) => (sign < 0 ? -Infinity : Infinity)],
  ['NaN', () => NaN],
  ['nan', () => NaN],
  ['nanf', () => NaN],
  ['infinity', () => Infinity],
  ['quiet_NaN', () => NaN],
]);

/** The function that a callee names: `math.sqrt`, `std::exp`, `math.Inf`. */
export function functionOf(name: string): ((...args: number[]) => number) | undefined {
  const [owner, member] = split(name);
  if (owner !== '' && !owners.has(owner) && !owner.startsWith('std::numeric_limits')) return undefined;
  return functions.get(member);
}
