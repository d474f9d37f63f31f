import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dtypes, numericArray } from '../../../../src/core/array/numericArray';
import type { Subject } from '../../../../src/core/diagnosis/context';
import { diagnose } from '../../../../src/core/diagnosis/diagnose';
import { roundTo } from '../../../../src/core/precision/roundTo';

const ids = (values: readonly number[], shape: readonly number[], what: Subject = {}): string[] =>
  diagnose(numericArray(values, shape), what).map((finding) => finding.id);

const has = (id: string, values: readonly number[], shape: readonly number[], what: Subject = {}) =>
  assert.ok(ids(values, shape, what).includes(id), `${id} in [${ids(values, shape, what).join(', ')}]`);
const hasNot = (id: string, values: readonly number[], shape: readonly number[], what: Subject = {}) =>
  assert.ok(!ids(values, shape, what).includes(id), `no ${id} in [${ids(values, shape, what).join(', ')}]`);

const softmax: Subject = { function: 'softmax' };

describe('diagnose: what the numbers tell', () => {
  it('equal-rows: every row is the same, to one unit in the last place of the dtype', () => {
    has('equal-rows', [0.31, 0.33, 0.36, 0.31, 0.33, 0.36], [2, 3]);
    has('equal-rows', [0.5003, 0.5003, 0.5003, 0.5003], [4, 1]);
    const near = [0.1, 0.2, 0.1 + 2 ** -27, 0.2];
    assert.ok(diagnose({ ...numericArray(near, [2, 2]), dtype: 'float32' }).some(({ id }) => id === 'equal-rows'));
    hasNot('equal-rows', near, [2, 2]);
    hasNot('equal-rows', [0, 1, 0, 0, 1, 0], [2, 3]);
    hasNot('equal-rows', [0.31, 0.33, 0.31, 0.34], [2, 2]);
  });

  it('constant-row-sum: what dropout leaves of probabilities, also when printed with few digits', () => {
    has('constant-row-sum', [0.1111, 0.5, 0.5, 0.3, 0.5111, 0.3], [2, 3]);
    has('constant-row-sum', [0.333, 0.333, 0.444, 0.5, 0.5, 0.111, 1.01, 0.1, 0.001], [3, 3]);
    hasNot('constant-row-sum', [0.1, 0.5, 0.4, 0.3, 0.4, 0.3], [2, 3]);
    hasNot('constant-row-sum', [1, 2, 2, 1], [2, 2]);
  });

  it('log-probabilities: e to each row sums to 1', () => {
    has('log-probabilities', [-0.4076059644443806, -1.4076059644443804, -2.4076059644443806], [3], softmax);
    has('log-probabilities', [-0.4076, -1.4076, -2.4076], [1, 3]);
    hasNot('log-probabilities', [-0.4, -1.5, -2.4], [3]);
    hasNot('log-probabilities', [0, -5e-324], [2]);
  });

  it('quantised: whole numbers that fill eight signed bits', () => {
    has('quantised', [-128, 127, -38, 52], [4]);
    hasNot('quantised', [-3, 5, 100, 126], [4]);
    hasNot('quantised', [0, 255, 128, 7], [4]);
    hasNot('quantised', [-128.5, 127, -38, 52], [4]);
  });

  it('single-entry: a softmax along an axis of one', () => {
    has('single-entry', [0.3, -2, 5], [3, 1], softmax);
    has('single-entry', [0.3, -2, 5], [1, 3], { ...softmax, axis: 0 });
    hasNot('single-entry', [0.3, -2, 5], [3, 1], { ...softmax, axis: 0 });
    hasNot('single-entry', [0.3, -2, 5], [3, 1]);
  });

  it('masked-row: -65504, -10000 and -1e9, each with a score added', () => {
    for (const mask of [-65504, -32752, -1e4, -1e6, -1e9, -3.4028234663852886e38, -Infinity]) {
      has('masked-row', [mask + 3, mask - 2, mask], [1, 3], softmax);
    }
    hasNot('masked-row', [-1523.2, -1530.1, -1490], [1, 3], softmax);
    hasNot('masked-row', [-1e9, 2, -1e9], [1, 3], softmax);
    hasNot('masked-row', [-23000, -23100, -24000], [1, 3], softmax);
  });

  it('logit-spacing: float32 logits whose differences are lost', () => {
    const found = diagnose({ ...numericArray([16777216, 16777218, 16777220]), dtype: 'float32' }, softmax);
    assert.equal(found.find(({ id }) => id === 'logit-spacing')?.figures.spacing, 2);
    has('logit-spacing', [300, 301], [2], { ...softmax, dtype: 'float16' });
    hasNot('logit-spacing', [16777216, 16777218], [2], softmax);
    hasNot('logit-spacing', [20, 21], [2], { ...softmax, dtype: 'float16' });
    hasNot('logit-spacing', [12, 11], [2], { ...softmax, dtype: 'bfloat16' });
  });

  it('already-probabilities: under a sigmoid, and along the other axis', () => {
    has('already-probabilities', [0.52, 0.61, 0.99, 0.01], [4], { function: 'sigmoid' });
    hasNot('already-probabilities', [0, 1, 1, 0], [4], { function: 'sigmoid' });
    hasNot('already-probabilities', [0.52, 0.61, -0.99, 0.01], [4], { function: 'sigmoid' });
    has('already-probabilities', [0.2, 0.5, 0.8, 0.5], [2, 2], softmax);
    hasNot('already-probabilities', [0, 0, 1, 1, 1, 0], [2, 3], softmax);
  });

  it('all-dead and dead-units: a whole layer, a column of small outputs; labels and pictures are none', () => {
    has('all-dead', new Array<number>(40).fill(0), [8, 5]);
    has('dead-units', new Array<number>(40).fill(0), [8, 5]);
    has('all-dead', [-1, -2, -3, -0.5, -1, -2, -3, -0.5], [4, 2], { function: 'relu' });
    has('dead-units', [0.1, 0, 0.3, 0.2, 0, 0, 0.9, 0, 0.4, 0.5, 0, 0.1], [4, 3]);
    hasNot(
      'dead-units',
      [0, 1, 0, 1, 0, 0, 0, 0, 1, 1, 0, 0].map((x, i) => (i % 3 === 1 ? 0 : x)),
      [4, 3],
    );
    hasNot('dead-units', [0, 0.3, 0.1, 0, 0, 0.9, 0.4, 0, 0, 0.2, 0.2, 0, 0, 0.7, 0.1, 0], [4, 4]);
    hasNot('dead-units', [0.5, 0, 0.5, 0.25, 0, 0.75, 0.1, 0, 0.9, 1, 0, 0], [4, 3]);
  });

  it('says nothing of ordinary data: logits, weights, pictures, one-hot targets, embeddings', () => {
    // Box and Muller over a small generator: fast-check's own numbers favour extremes
    const gaussians = (count: number, seed: number): number[] => {
      let state = seed >>> 0;
      const uniform = () => ((state = (Math.imul(state, 1664525) + 1013904223) >>> 0) + 0.5) / 2 ** 32;
      return Array.from(
        { length: count },
        () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform()),
      );
    };
    const sizes = fc.tuple(fc.integer({ min: 2, max: 12 }), fc.integer({ min: 2, max: 12 }));
    const kinds = {
      logits: (z: number) => 3 * z,
      weights: (z: number) => 0.05 * z,
      embeddings: (z: number) => z,
      printed: (z: number) => Number(z.toFixed(4)),
      picture: (z: number) => Math.round(255 / (1 + Math.exp(-2 * z))),
      unitPicture: (z: number) => Math.round(255 / (1 + Math.exp(-2 * z))) / 255,
    };
    let tried = 0;
    fc.assert(
      fc.property(
        sizes,
        fc.integer(),
        fc.constantFrom(...dtypes.slice(0, 4)),
        fc.constantFrom(...(Object.keys(kinds) as (keyof typeof kinds)[])),
        (shape, seed, dtype, kind) => {
          const values = gaussians(shape[0] * shape[1], seed);
          const array = {
            ...numericArray(
              values.map((z) => roundTo(dtype, kinds[kind](z))),
              shape,
            ),
            dtype,
          };
          tried++;
          assert.deepEqual(
            diagnose(array).map(({ id }) => id),
            [],
            `${kind} in ${dtype}`,
          );
          if (kind === 'logits' && dtype !== 'bfloat16') {
            const found = diagnose(array, softmax).map(({ id }) => id);
            assert.deepEqual(
              found.filter((id) => id !== 'framework-default'),
              [],
              `${kind} in ${dtype}, softmax`,
            );
          }
        },
      ),
      { seed: 7, numRuns: 1500, endOnFailure: true },
    );
    assert.ok(tried >= 1000, `${tried} arrays tried`);
    const oneHot = Array.from({ length: 60 }, (_, i) => (i % 10 === (i * 7) % 10 ? 1 : 0));
    assert.deepEqual(ids(oneHot, [6, 10]), []);
  });
});
