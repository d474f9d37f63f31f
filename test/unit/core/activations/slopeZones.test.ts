import assert from 'node:assert/strict';
import { activations } from '../../../../src/core/activations/registry';
import { slopeZones } from '../../../../src/core/activations/slopeZones';
import { dtypes } from '../../../../src/core/array/numericArray';
import { roundTo } from '../../../../src/core/precision/roundTo';

const zones = (id: string, params = {}, dtype = dtypes[0]) => slopeZones(activations.get(id)!, params, dtype);
const close = (actual: number, expected: number): void =>
  assert.ok(actual === expected || Math.abs(actual / expected - 1) < 1e-12, `${actual} is not ${expected}`);

function same(actual: ReturnType<typeof zones>, expected: readonly (readonly [string, number, number])[]): void {
  assert.deepEqual(
    actual.map(({ kind }) => kind),
    expected.map(([kind]) => kind),
  );
  actual.forEach(({ from, to }, i) => {
    close(from, expected[i]![1]);
    close(to, expected[i]![2]);
  });
}

describe('slopeZones', () => {
  // mpmath: atanh(sqrt(0.98)); sigmoid's is twice that
  const tanh = 2.644120761058629;
  /** half of the smallest subnormal rounds to 0, 2^-1075: (1075 log 2 + log 4) / 2 */
  const tanhZero = 373.25975673153056;

  it('ends where the curves do, to the last bits', () => {
    same(zones('tanh'), [
      ['rounded', -Infinity, -tanhZero],
      ['saturated', -tanhZero, -tanh],
      ['saturated', tanh, tanhZero],
      ['rounded', tanhZero, Infinity],
    ]);
    same(zones('sigmoid'), [
      ['rounded', -Infinity, -1075 * Math.LN2],
      ['saturated', -1075 * Math.LN2, -2 * tanh],
      ['saturated', 2 * tanh, 1075 * Math.LN2],
      ['rounded', 1075 * Math.LN2, Infinity],
    ]);
    const [, softsign] = zones('softsign').filter(({ kind }) => kind === 'saturated');
    close(softsign!.from, Math.sqrt(50) - 1);
    close(zones('elu').find(({ kind }) => kind === 'saturated')!.to, Math.log(0.02));
  });

  it('says dead where the slope is exactly 0, from the corner on', () => {
    assert.deepEqual(zones('relu'), [{ kind: 'dead', from: -Infinity, to: 0 }]);
    assert.deepEqual(zones('step'), [{ kind: 'dead', from: -Infinity, to: Infinity }]);
    assert.deepEqual(zones('relu6'), [
      { kind: 'dead', from: -Infinity, to: 0 },
      { kind: 'dead', from: 6, to: Infinity },
    ]);
    assert.deepEqual(zones('hardTanh', { min: -2, max: 3 }), [
      { kind: 'dead', from: -Infinity, to: -2 },
      { kind: 'dead', from: 3, to: Infinity },
    ]);
    assert.deepEqual(zones('softshrink', { lambda: 0.7 }), [{ kind: 'dead', from: -0.7, to: 0.7 }]);
    assert.deepEqual(zones('leakyRelu'), []);
    assert.deepEqual(zones('identity'), []);
  });

  it('knows what a narrow type rounds to 0', () => {
    const float16 = zones('tanh', {}, 'float16');
    // 2^-25 = 1 / cosh(x)^2 at acosh(2^12.5)
    close(float16.at(-1)!.from, Math.acosh(2 ** 12.5));
    close(float16.at(-2)!.from, tanh);
  });

  it('moves with the parameters', () => {
    const end = (beta: number): number => zones('softplus', { beta }).find(({ kind }) => kind === 'saturated')!.to;
    close(end(1), Math.log(0.02 / 0.98));
    close(end(4), Math.log(0.02 / 0.98) / 4);
    close(end(0.25), Math.log(0.02 / 0.98) * 4);
  });

  for (const [id, record] of activations) {
    for (const dtype of dtypes) {
      it(`${id} in ${dtype}: holds inside each zone and not just outside`, () => {
        const found = slopeZones(record, {}, dtype);
        const slope = (x: number): number => Math.abs(record.derivative(x, {}));
        let before = -Infinity;
        for (const { kind, from, to } of found) {
          assert.ok(from < to && from >= before, `${kind} ${from} to ${to}`);
          before = to;
          const zero = kind === 'dead' ? (x: number) => slope(x) === 0 : (x: number) => roundTo(dtype, slope(x)) === 0;
          const step = (x: number, side: number): number => x + side * Math.max(Math.abs(x) * 2 ** -40, 1e-300);
          if (kind === 'saturated') continue;
          for (const [end, outward] of [
            [from, -1],
            [to, 1],
          ] as const) {
            if (!Number.isFinite(end)) continue;
            assert.ok(zero(end), `${kind} at its end ${end}`);
            assert.ok(!zero(step(end, outward)), `${kind} beyond its end ${end}`);
          }
        }
        const { gradientDies } = record.properties;
        assert.equal(
          found.some(({ kind }) => kind === 'dead'),
          gradientDies !== 'none',
        );
      });
    }
  }
});
