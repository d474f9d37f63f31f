import type { Contender } from './contender';
import type { FormulaId } from './formulas';
import { onnxModel } from './onnxModel';
import { peer } from './peers';

type Scalar = (x: number) => number;

/** @stdlib has scalar functions: they are put into the same formulas and loop. */
export async function stdlibContender(id: FormulaId, x: Float64Array): Promise<Contender | undefined> {
  const scalar = async (name: string): Promise<Scalar | undefined> => {
    const module = (await peer(`@stdlib/math-base-special-${name}`)) as { default: Scalar } | undefined;
    return module?.default;
  };
  const [exp, expit, tanh, erf, log1p] = await Promise.all(['exp', 'expit', 'tanh', 'erf', 'log1p'].map(scalar));
  if (!exp || !expit || !tanh || !erf || !log1p) return undefined;
  const scale = Math.sqrt(2 / Math.PI);
  const each = (formula: Scalar) => (): Float64Array => {
    const target = new Float64Array(x.length);
    for (let i = 0; i < x.length; i++) target[i] = formula(x[i]!);
    return target;
  };
  const runs: Partial<Record<FormulaId, () => Float64Array>> = {
    exp: each(exp),
    sigmoid: each(expit),
    tanh: each(tanh),
    gelu: each((v) => 0.5 * v * (1 + erf(v * Math.SQRT1_2))),
    geluTanh: each((v) => 0.5 * v * (1 + tanh(scale * (v + 0.044715 * v * v * v)))),
    softplus: each((v) => Math.max(v, 0) + log1p(exp(-Math.abs(v)))),
    softmax: () => {
      const target = new Float64Array(x.length);
      for (let row = 0; row < x.length; row += 1000) {
        let max = -Infinity;
        for (let i = row; i < row + 1000; i++) max = Math.max(max, x[i]!);
        let sum = 0;
        for (let i = row; i < row + 1000; i++) sum += target[i] = exp(x[i]! - max);
        for (let i = row; i < row + 1000; i++) target[i]! /= sum;
      }
      return target;
    },
  };
  const run = runs[id];
  return run && { name: '@stdlib', run };
}

interface Mathjs {
  map(values: number[], f: Scalar): number[];
  readonly exp: Scalar;
  readonly tanh: Scalar;
  readonly erf: Scalar;
  readonly log1p: Scalar;
}

/** mathjs' functions over a list, by its own map. */
export async function mathjsContender(id: FormulaId, x: Float64Array): Promise<Contender | undefined> {
  const math = (await peer('mathjs')) as Mathjs | undefined;
  if (!math) return undefined;
  const scale = Math.sqrt(2 / Math.PI);
  const scalars: Partial<Record<FormulaId, Scalar>> = {
    exp: (v) => math.exp(v),
    sigmoid: (v) => 1 / (1 + math.exp(-v)),
    tanh: (v) => math.tanh(v),
    gelu: (v) => 0.5 * v * (1 + math.erf(v * Math.SQRT1_2)),
    geluTanh: (v) => 0.5 * v * (1 + math.tanh(scale * (v + 0.044715 * v * v * v))),
    softplus: (v) => math.log1p(math.exp(v)),
  };
  const scalar = scalars[id];
  const list = [...x];
  return scalar && { name: 'mathjs', run: () => math.map(list, scalar) };
}

interface Tensor {
  dataSync(): Float32Array;
  dispose(): void;
}
interface Tfjs {
  setBackend(name: string): Promise<boolean>;
  ready(): Promise<void>;
  tensor(values: Float32Array, shape: number[]): Tensor;
  readonly exp: (x: Tensor) => Tensor;
  readonly sigmoid: (x: Tensor) => Tensor;
  readonly tanh: (x: Tensor) => Tensor;
  readonly softplus: (x: Tensor) => Tensor;
  readonly relu: (x: Tensor) => Tensor;
  readonly softmax: (x: Tensor) => Tensor;
}

/** TensorFlow.js on its cpu and its wasm backend: float32 only, the result read back; it has no GELU. */
export async function tfjsContenders(id: FormulaId, x: Float64Array): Promise<Contender[]> {
  if (id === 'gelu' || id === 'geluTanh') return [];
  const tf = (await peer('@tensorflow/tfjs')) as Tfjs | undefined;
  if (!tf || !(await peer('@tensorflow/tfjs-backend-wasm'))) return [];
  const contenders: Contender[] = [];
  for (const backend of ['cpu', 'wasm']) {
    if (!(await tf.setBackend(backend))) continue;
    await tf.ready();
    const tensor = tf.tensor(Float32Array.from(x), id === 'softmax' ? [x.length / 1000, 1000] : [x.length]);
    contenders.push({
      name: `tfjs ${backend}`,
      note: 'float32',
      prepare: () => tf.setBackend(backend),
      run: () => {
        const result = tf[id](tensor);
        const values = result.dataSync();
        result.dispose();
        return values;
      },
      dispose: () => tensor.dispose(),
    });
  }
  return contenders;
}

interface OnnxTensor {
  readonly data: Float32Array | Float64Array;
}
interface Onnx {
  readonly InferenceSession: {
    create(model: Uint8Array, options: object): Promise<{ run(feeds: Record<string, OnnxTensor>): Promise<unknown> }>;
  };
  readonly Tensor: new (type: string, data: Float32Array | Float64Array, shape: number[]) => OnnxTensor;
}

const operators: Readonly<Record<FormulaId, string | undefined>> = {
  exp: 'Exp',
  sigmoid: 'Sigmoid',
  tanh: 'Tanh',
  gelu: 'Gelu',
  geluTanh: undefined,
  softplus: 'Softplus',
  relu: 'Relu',
  softmax: 'Softmax',
};

/** ONNX Runtime on one thread, in each number type for which it has a kernel of the operator. */
export async function onnxContenders(id: FormulaId, x: Float64Array): Promise<Contender[]> {
  const operator = operators[id];
  const onnx = (await peer('onnxruntime-node')) as (Onnx & { default?: Onnx }) | undefined;
  if (!onnx || operator === undefined) return [];
  const { InferenceSession, Tensor } = onnx.default ?? onnx;
  const contenders: Contender[] = [];
  for (const type of ['float64', 'float32'] as const) {
    const shape = id === 'softmax' ? [x.length / 1000, 1000] : [x.length];
    const model = onnxModel(operator, type, id === 'softmax' ? 2 : 1);
    try {
      const session = await InferenceSession.create(model, { intraOpNumThreads: 1, logSeverityLevel: 4 });
      const feeds = { x: new Tensor(type, type === 'float64' ? x : Float32Array.from(x), shape) };
      contenders.push({
        name: `onnxruntime ${type}`,
        ...(type === 'float32' ? { note: 'float32' } : {}),
        run: () => session.run(feeds),
      });
    } catch {
      process.stderr.write(`onnxruntime has no ${type} kernel of ${operator}\n`);
    }
  }
  return contenders;
}
