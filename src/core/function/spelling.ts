export type Framework =
  | 'PyTorch'
  | 'JAX'
  | 'TensorFlow'
  | 'Keras'
  | 'ONNX'
  | 'NumPy'
  | 'SciPy'
  | 'Hugging Face'
  | 'TensorFlow.js'
  | 'LibTorch'
  | 'ggml'
  | 'cuDNN'
  | 'C++';

/** How a framework writes the function, with that framework's own defaults where they differ from ours. */
export interface Spelling {
  readonly framework: Framework;
  /** as a program writes it, e.g. `torch.nn.functional.leaky_relu(x)` */
  readonly code: string;
  /** the parameters that this spelling means when none is written */
  readonly params?: Readonly<Record<string, number>>;
  /** where it departs from the definition, e.g. documentation that contradicts the code */
  readonly note?: string;
}
