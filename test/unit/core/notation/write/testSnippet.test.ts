import assert from 'node:assert/strict';
import { numericArray } from '../../../../../src/core';
import { testSnippet, tolerances } from '../../../../../src/core/notation/write/testSnippet';

const values = {
  name: 'leakyRelu',
  input: numericArray([-1, NaN, 2]),
  expected: numericArray([-0.01, NaN, 2]),
  dtype: 'float32',
} as const;

describe('testSnippet', () => {
  it('allows four units in the last place of the dtype', () => {
    assert.deepEqual(tolerances('float32'), { relative: 4 * 2 ** -23, absolute: 4 * 2 ** -149 });
    assert.deepEqual(tolerances('float16'), { relative: 4 * 2 ** -10, absolute: 4 * 2 ** -24 });
  });

  it('writes Python, C, Rust and JavaScript, and Python for what it does not know', () => {
    const python = testSnippet(values, 'python').text;
    assert.match(python, /def test_leaky_relu\(\):/);
    assert.match(python, /np\.array\(\[-0\.01, (float\('nan'\)|math\.nan|nan|np\.nan).*dtype=np\.float32\)/);
    assert.match(testSnippet(values, 'cpp').text, /const float x\[3\] = \{-1\.0f, NAN, 2\.0f\};/);
    assert.match(testSnippet(values, 'rust').text, /let expected: \[f32; 3\] = \[-0\.01, f32::NAN, 2\.0\];/);
    assert.match(testSnippet(values, 'typescript').text, /test\('leakyRelu', \(\) => \{/);
    assert.equal(testSnippet(values, 'haskell').languageId, 'python');
  });
});
