import type { DType, NumericArray } from '../../array/numericArray';
import { describeDtype } from '../../precision/describeDtype';
import { writeArray } from '../writeArray';

/** What a test compares: a function's input and its exact result in a dtype. */
export interface ExpectedValues {
  /** the function's name as an identifier, e.g. `leakyRelu` */
  readonly name: string;
  readonly input: NumericArray;
  readonly expected: NumericArray;
  readonly dtype: DType;
}

/** A kernel may be off by this many units in the last place of its dtype and still be a good one. */
const ALLOWED_ULPS = 4;

/**
 * The relative tolerance of a test in a dtype: four units in the last place. `absolute` is for results below the
 * smallest normal number, whose last place no longer shrinks with them.
 */
export function tolerances(dtype: DType): { readonly relative: number; readonly absolute: number } {
  const { epsilon, minSubnormal } = describeDtype(dtype);
  return { relative: ALLOWED_ULPS * epsilon, absolute: ALLOWED_ULPS * minSubnormal };
}

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

type Language = (values: ExpectedValues, relative: string, absolute: string) => string;

const flat = (array: NumericArray): NumericArray => ({ ...array, shape: [array.data.length] });

const python: Language = ({ name, input, expected, dtype }, relative, absolute) => {
  const numpy = dtype === 'float32' || dtype === 'float16' ? dtype : 'float64';
  const list = (array: NumericArray) => writeArray(array, 'python');
  return [
    'import numpy as np',
    '',
    '',
    `def test_${snake(name)}():`,
    `    x = np.array(${list(input)}, dtype=np.${numpy})`,
    `    expected = np.array(${list(expected)}, dtype=np.${numpy})`,
    `    np.testing.assert_allclose(${snake(name)}(x), expected, rtol=${relative}, atol=${absolute})`,
    '',
  ].join('\n');
};

const c: Language = ({ name, input, expected, dtype }, relative, absolute) => {
  const type = dtype === 'float64' ? 'double' : 'float';
  const count = input.data.length;
  const out = expected.data.length;
  return [
    '#include <assert.h>',
    '#include <math.h>',
    '',
    `static void test_${snake(name)}(void) {`,
    `  const ${type} x[${count}] = ${writeArray(flat({ ...input, dtype: type === 'float' ? 'float32' : 'float64' }), 'c')};`,
    `  const ${type} expected[${out}] = ${writeArray(flat({ ...expected, dtype: type === 'float' ? 'float32' : 'float64' }), 'c')};`,
    `  ${type} y[${out}];`,
    `  ${snake(name)}(x, y, ${count});`,
    `  for (int i = 0; i < ${out}; ++i) {`,
    `    assert(fabs((double)y[i] - expected[i]) <= ${relative} * fabs((double)expected[i]) + ${absolute});`,
    '  }',
    '}',
    '',
  ].join('\n');
};

const rust: Language = ({ name, input, expected, dtype }, relative, absolute) => {
  const type = dtype === 'float64' ? 'f64' : 'f32';
  const list = (array: NumericArray) => `[${Array.from(array.data, (x) => rustNumber(x, type)).join(', ')}]`;
  return [
    '#[test]',
    `fn test_${snake(name)}() {`,
    `    let x: [${type}; ${input.data.length}] = ${list(input)};`,
    `    let expected: [${type}; ${expected.data.length}] = ${list(expected)};`,
    `    for (y, e) in ${snake(name)}(&x).iter().zip(expected.iter()) {`,
    `        assert!((y - e).abs() <= ${relative} * e.abs() + ${absolute}, "{y} for {e}");`,
    '    }',
    '}',
    '',
  ].join('\n');
};

function rustNumber(x: number, type: string): string {
  if (Number.isNaN(x)) return `${type}::NAN`;
  if (!Number.isFinite(x)) return x > 0 ? `${type}::INFINITY` : `${type}::NEG_INFINITY`;
  const written = Object.is(x, -0) ? '-0' : String(x);
  return /[.e]/.test(written) ? written : `${written}.0`;
}

const javascript: Language = ({ name, input, expected }, relative, absolute) =>
  [
    "import assert from 'node:assert/strict';",
    "import { test } from 'node:test';",
    '',
    `test('${name}', () => {`,
    `  const x = ${writeArray(flat(input), 'javascript')};`,
    `  const expected = ${writeArray(flat(expected), 'javascript')};`,
    `  ${name}(x).forEach((y, i) => {`,
    `    const e = expected[i];`,
    `    assert.ok(Object.is(y, e) || Math.abs(y - e) <= ${relative} * Math.abs(e) + ${absolute}, \`\${y} for \${e}\`);`,
    '  });',
    '});',
    '',
  ].join('\n');

const languages: Readonly<Record<string, Language>> = {
  python,
  c,
  cpp: c,
  'cuda-cpp': c,
  rust,
  javascript,
  javascriptreact: javascript,
  typescript: javascript,
  typescriptreact: javascript,
};

/**
 * A test in the language of the file: the input, the exact values that the function gives in its dtype, and a
 * comparison with a tolerance that the dtype justifies. Python for other languages.
 */
export function testSnippet(
  values: ExpectedValues,
  languageId: string,
): { readonly text: string; readonly languageId: string } {
  const known = Object.hasOwn(languages, languageId) ? languageId : 'python';
  const { relative, absolute } = tolerances(values.dtype);
  return { text: languages[known]!(values, String(relative), String(absolute)), languageId: known };
}
