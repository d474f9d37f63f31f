import type { DType, NumericArray } from '../../array/numericArray';
import type { NotationId } from '../notation';
import { literal, type Style } from './style';

const square: Style = {
  open: '[',
  close: ']',
  separator: ', ',
  nested: true,
  dimensions: Infinity,
  point: false,
  nan: 'nan',
  infinity: 'inf',
  negativeInfinity: '-inf',
};

const braces: Style = { ...square, open: '{', close: '}' };

/** dtypes by the name that a library's module has for them; float64 where it need not be said is left out. */
const named =
  (call: string, names: Partial<Record<DType, string>>) =>
  (body: string, { dtype }: NumericArray): string => {
    const name = names[dtype];
    return `${call}(${body}${name === undefined ? '' : `, dtype=${name}`})`;
  };

/** A typed language's suffix for float32; the wider type needs none. */
const suffixed = (suffix: string) => (text: string, dtype: DType) => (dtype === 'float32' ? text + suffix : text);

const eachLevel = (name: string, shape: readonly number[]): string => name + '[]'.repeat(Math.max(1, shape.length));

const isSingle = ({ dtype }: NumericArray): boolean => dtype === 'float32';

const cStyle: Style = {
  ...braces,
  point: true,
  nan: 'NAN',
  infinity: 'INFINITY',
  negativeInfinity: '-INFINITY',
  number: suffixed('f'),
};

/** Every notation's style; `Record` sees that none is left out. */
export const styles: Readonly<Record<NotationId, Style>> = {
  python: { ...square, nan: "float('nan')", infinity: "float('inf')", negativeInfinity: "float('-inf')" },
  numpy: {
    ...square,
    point: true,
    nan: 'np.nan',
    infinity: 'np.inf',
    negativeInfinity: '-np.inf',
    wrap: named('np.array', {
      float32: 'np.float32',
      float16: 'np.float16',
      bfloat16: 'ml_dtypes.bfloat16',
      float8_e5m2: 'ml_dtypes.float8_e5m2',
      float8_e4m3fn: 'ml_dtypes.float8_e4m3fn',
    }),
  },
  numpyPrint: { ...square, separator: ' ', rowSeparator: '\n ', point: true },
  pytorch: {
    ...square,
    point: true,
    nan: "float('nan')",
    infinity: "float('inf')",
    negativeInfinity: "float('-inf')",
    wrap: named('torch.tensor', {
      float64: 'torch.float64',
      float32: 'torch.float32',
      float16: 'torch.float16',
      bfloat16: 'torch.bfloat16',
      float8_e5m2: 'torch.float8_e5m2',
      float8_e4m3fn: 'torch.float8_e4m3fn',
    }),
  },
  jax: {
    ...square,
    point: true,
    nan: 'jnp.nan',
    infinity: 'jnp.inf',
    negativeInfinity: '-jnp.inf',
    wrap: named('jnp.array', {
      float64: 'jnp.float64',
      float32: 'jnp.float32',
      float16: 'jnp.float16',
      bfloat16: 'jnp.bfloat16',
      float8_e5m2: 'jnp.float8_e5m2',
      float8_e4m3fn: 'jnp.float8_e4m3fn',
    }),
  },
  tensorflow: {
    ...square,
    point: true,
    nan: "float('nan')",
    infinity: "float('inf')",
    negativeInfinity: "float('-inf')",
    wrap: named('tf.constant', {
      float64: 'tf.float64',
      float32: 'tf.float32',
      float16: 'tf.float16',
      bfloat16: 'tf.bfloat16',
    }),
  },
  mlx: {
    ...square,
    point: true,
    nan: "float('nan')",
    infinity: "float('inf')",
    negativeInfinity: "float('-inf')",
    wrap: named('mx.array', {
      float64: 'mx.float64',
      float32: 'mx.float32',
      float16: 'mx.float16',
      bfloat16: 'mx.bfloat16',
    }),
  },
  paddle: {
    ...square,
    point: true,
    nan: "float('nan')",
    infinity: "float('inf')",
    negativeInfinity: "float('-inf')",
    wrap: named('paddle.to_tensor', {
      float64: "'float64'",
      float32: "'float32'",
      float16: "'float16'",
      bfloat16: "'bfloat16'",
    }),
  },
  json: { ...square, nan: 'null', infinity: 'null', negativeInfinity: 'null' },
  yaml: { ...square, nan: '.nan', infinity: '.inf', negativeInfinity: '-.inf' },
  javascript: {
    ...square,
    nan: 'NaN',
    infinity: 'Infinity',
    negativeInfinity: '-Infinity',
    wrap: (body, array) => (isSingle(array) && array.shape.length === 1 ? `new Float32Array(${body})` : body),
  },
  c: cStyle,
  cpp: cStyle,
  glsl: {
    ...cStyle,
    nan: '(0.0 / 0.0)',
    infinity: '(1.0 / 0.0)',
    negativeInfinity: '(-1.0 / 0.0)',
    number: (text) => text,
  },
  rust: {
    ...square,
    point: true,
    nan: 'f64::NAN',
    infinity: 'f64::INFINITY',
    negativeInfinity: 'f64::NEG_INFINITY',
    number: suffixed('_f32'),
  },
  go: {
    ...braces,
    nan: 'math.NaN()',
    infinity: 'math.Inf(1)',
    negativeInfinity: 'math.Inf(-1)',
    wrap: (body, array) =>
      '[]'.repeat(Math.max(1, array.shape.length)) + (isSingle(array) ? 'float32' : 'float64') + body,
  },
  java: {
    ...braces,
    point: true,
    nan: 'Double.NaN',
    infinity: 'Double.POSITIVE_INFINITY',
    negativeInfinity: 'Double.NEGATIVE_INFINITY',
    number: suffixed('f'),
    wrap: (body, array) => `new ${eachLevel(isSingle(array) ? 'float' : 'double', array.shape)}${body}`,
  },
  csharp: {
    ...braces,
    point: true,
    nan: 'double.NaN',
    infinity: 'double.PositiveInfinity',
    negativeInfinity: 'double.NegativeInfinity',
    number: suffixed('f'),
    wrap: (body, array) =>
      `new ${isSingle(array) ? 'float' : 'double'}[${','.repeat(Math.max(0, array.shape.length - 1))}]${body}`,
  },
  swift: {
    ...square,
    point: true,
    nan: 'Double.nan',
    infinity: 'Double.infinity',
    negativeInfinity: '-Double.infinity',
    wrap: (body, array) => (isSingle(array) && array.shape.length === 1 ? `[Float](${body})` : body),
  },
  kotlin: {
    ...square,
    open: 'arrayOf(',
    close: ')',
    point: true,
    nan: 'Double.NaN',
    infinity: 'Double.POSITIVE_INFINITY',
    negativeInfinity: 'Double.NEGATIVE_INFINITY',
    number: suffixed('f'),
  },
  julia: {
    ...square,
    nested: false,
    separator: ' ',
    rowSeparator: '; ',
    dimensions: 2,
    point: true,
    nan: 'NaN',
    infinity: 'Inf',
    negativeInfinity: '-Inf',
    wrap: (body, array) => {
      const list = array.shape.length === 1 ? body.replaceAll(' ', ', ') : body;
      return array.dtype === 'float32' ? `Float32${list}` : array.dtype === 'float16' ? `Float16${list}` : list;
    },
  },
  matlab: {
    ...square,
    nested: false,
    separator: ' ',
    rowSeparator: '; ',
    dimensions: 2,
    nan: 'NaN',
    infinity: 'Inf',
    negativeInfinity: '-Inf',
    wrap: (body, array) => (isSingle(array) ? `single(${body})` : body),
  },
  mathematica: {
    ...braces,
    point: true,
    nan: 'Indeterminate',
    infinity: 'Infinity',
    negativeInfinity: '-Infinity',
    number: (text) => text.replace('e', '*^').replace('*^+', '*^'),
  },
  fortran: {
    ...square,
    dimensions: 15,
    open: '[',
    close: ']',
    point: true,
    nan: '(0d0/0d0)',
    infinity: '(1d0/0d0)',
    negativeInfinity: '(-1d0/0d0)',
    number: (text, dtype) => (dtype === 'float64' ? (text.includes('e') ? text.replace('e', 'd') : `${text}d0`) : text),
  },
  haskell: {
    ...square,
    point: true,
    nan: '(0/0)',
    infinity: '(1/0)',
    negativeInfinity: '(-1/0)',
    number: (text) => text.replace('e+', 'e'),
  },
  r: {
    ...square,
    nested: false,
    dimensions: 2,
    open: 'c(',
    close: ')',
    nan: 'NaN',
    infinity: 'Inf',
    negativeInfinity: '-Inf',
  },
  latex: {
    ...square,
    nested: false,
    dimensions: 2,
    open: String.raw`\begin{bmatrix} `,
    close: String.raw` \end{bmatrix}`,
    separator: ' & ',
    rowSeparator: String.raw` \\ `,
    nan: String.raw`\mathrm{NaN}`,
    infinity: String.raw`\infty`,
    negativeInfinity: String.raw`-\infty`,
    number: (text) => {
      const [mantissa = '', power] = text.split('e');
      return power === undefined ? mantissa : String.raw`${mantissa} \cdot 10^{${String(Number(power))}}`;
    },
  },
  markdown: {
    ...square,
    nested: false,
    dimensions: 2,
    open: '',
    close: '',
    separator: ' | ',
    nan: 'NaN',
    infinity: 'inf',
    negativeInfinity: '-inf',
  },
  pandas: {
    ...square,
    nested: false,
    dimensions: 2,
    open: '',
    close: '',
    separator: '  ',
    point: true,
    nan: 'NaN',
    infinity: 'inf',
    negativeInfinity: '-inf',
  },
  libtorch: {
    ...square,
    nested: false,
    dimensions: 2,
    open: '',
    close: '',
    separator: '  ',
    point: true,
    nan: 'nan',
    infinity: 'inf',
    negativeInfinity: '-inf',
  },
  labelled: {
    ...square,
    dimensions: 1,
    nan: 'NaN',
    infinity: 'Infinity',
    negativeInfinity: '-Infinity',
  },
  named: { ...square, nested: false, dimensions: 1, open: '', close: '', separator: ' ', nan: 'nan' },
  csv: { ...square, nested: false, dimensions: 2, open: '', close: '', separator: ',' },
  tsv: { ...square, nested: false, dimensions: 2, open: '', close: '', separator: '\t' },
  plain: { ...square, nested: false, dimensions: 2, open: '', close: '', separator: ' ' },
};

/** A table whose rows or columns have names: quoted where a name holds a separator, a quote or a line end. */
function labelledRows({ data, shape, labels }: NumericArray, separator: string, text: (x: number) => string): string {
  const cell = (name: string): string =>
    name.includes(separator) || /["\n\r]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name;
  const single = shape.length === 1;
  const columns = single ? 1 : (shape[1] ?? 0);
  const rowNames = labels?.[0];
  const names = single ? undefined : labels?.[1];
  const head =
    names === undefined ? [] : [[...(rowNames === undefined ? [] : ['']), ...names.map(cell)].join(separator)];
  const rows = Array.from({ length: columns === 0 ? 0 : data.length / columns }, (_, row) =>
    [
      ...(rowNames === undefined ? [] : [cell(rowNames[row]!)]),
      ...Array.from({ length: columns }, (__, k) => text(data[row * columns + k]!)),
    ].join(separator),
  );
  return [...head, ...rows].join('\n');
}

/** Arrays that a notation lays out otherwise than its style says: by columns, with an index or a rule. */
export const layouts: Partial<
  Record<NotationId, (array: NumericArray, text: (x: number) => string) => string | undefined>
> = {
  r: (array, text) =>
    array.shape.length === 2
      ? `matrix(${literal(array, { ...styles.r, rowSeparator: ', ' }, text)}, nrow = ${array.shape[0]!}, byrow = TRUE)`
      : undefined,
  // reshape fills the first index fastest unless it is told the order of the dimensions
  fortran: ({ data, shape, dtype }, text) => {
    if (shape.length < 2) return undefined;
    const flat = literal({ data, shape: [data.length], dtype }, styles.fortran, text);
    const order = shape.map((_, i) => shape.length - i);
    return `reshape(${flat}, [${shape.join(', ')}], order=[${order.join(', ')}])`;
  },
  labelled: ({ data, shape, labels }, text) => {
    if (shape.length !== 1) return undefined;
    const name = (k: number): string => JSON.stringify(labels?.[0]?.[k] ?? String(k));
    return `{${Array.from(data, (x, k) => `${name(k)}: ${text(x)}`).join(', ')}}`;
  },
  named: ({ data, shape, labels }, text) => {
    if (shape.length !== 1) return undefined;
    const name = (k: number): string => (labels?.[0]?.[k] ?? String(k)).replace(/[=:,\s]+/g, ' ');
    return Array.from(data, (x, i) => `${name(i)}: ${text(x)}`).join('\n');
  },
  csv: (array, text) => (array.labels === undefined ? undefined : labelledRows(array, ',', text)),
  tsv: (array, text) => (array.labels === undefined ? undefined : labelledRows(array, '\t', text)),
  markdown: ({ data, shape, labels }, text) => {
    const single = shape.length === 1 && labels?.[0] !== undefined;
    const columns = single ? 1 : (shape[shape.length - 1] ?? 1);
    const names = single ? undefined : labels?.[shape.length - 1];
    const rowNames = single || shape.length === 2 ? labels?.[0] : undefined;
    const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
    const plainName = (name: string): string => name.replace(/[|\n]/g, ' ');
    const head = [
      ...(rowNames === undefined ? [] : ['']),
      ...Array.from({ length: columns }, (_, k) => plainName(names?.[k] ?? `c${k}`)),
    ];
    const rows = Array.from({ length: columns === 0 ? 0 : data.length / columns }, (_, row) =>
      line([
        ...(rowNames === undefined ? [] : [plainName(rowNames[row]!)]),
        ...Array.from({ length: columns }, (__, k) => text(data[row * columns + k]!)),
      ]),
    );
    return [line(head), line(head.map(() => '---')), ...rows].join('\n');
  },
  pandas: ({ data, shape }, text) => {
    if (shape.length === 1) {
      return [...Array.from(data, (x, i) => `${i}    ${text(x)}`), 'dtype: float64'].join('\n');
    }
    const columns = shape[1] ?? 0;
    const cells = Array.from(data, text);
    const width = Math.max(...cells.slice(0, 10_000).map((cell) => cell.length), 1);
    const index = String(shape[0] ?? 0).length;
    const line = (first: string, rest: readonly string[]): string =>
      `${first.padEnd(index)}  ${rest.map((cell) => cell.padStart(width)).join('  ')}`;
    const head = line(
      '',
      Array.from({ length: columns }, (_, k) => String(k)),
    );
    const rows = Array.from({ length: shape[0] ?? 0 }, (_, row) =>
      line(String(row), cells.slice(row * columns, (row + 1) * columns)),
    );
    return [head, ...rows].join('\n');
  },
  libtorch: (array, text) => {
    const type =
      array.dtype === 'float32' ? 'CPUFloatType' : array.dtype === 'float16' ? 'CPUHalfType' : 'CPUDoubleType';
    const body =
      array.shape.length === 1
        ? Array.from(array.data, (x) => ` ${text(x)}`).join('\n')
        : literal(array, { ...styles.libtorch, rowSeparator: '\n ', open: ' ' }, text);
    return `${body}\n[ ${type}{${array.shape.join(',')}} ]`;
  },
};
