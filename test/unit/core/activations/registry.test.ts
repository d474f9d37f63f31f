import assert from 'node:assert/strict';
import type { Activation } from '../../../../src/core';
import { activations } from '../../../../src/core';
import { completeParameters } from '../../../../src/core/activations/parameters';

const withDefaults = (record: Activation) => completeParameters(record);

const ids = `identity step sigmoid hardSigmoid logSigmoid tanh hardTanh relu relu6 squaredRelu leakyRelu prelu rrelu elu
selu celu gelu geluTanh quickGelu silu swish hardSwish mish softplus softsign softshrink hardShrink tanhShrink threshold
thresholdedRelu squareplus sparsePlus sparseSigmoid exponential`;

describe('the registry of activations', () => {
  it('holds every activation, in the order in which they are shown', () => {
    assert.deepEqual([...activations.keys()], ids.split(/\s+/));
  });

  for (const [id, record] of activations) {
    describe(id, () => {
      it('has every text in both languages and a source', () => {
        assert.equal(record.id, id);
        assert.ok(record.label.length > 0);
        assert.ok(record.formula.length > 0);
        assert.ok(record.derivativeFormula.length > 0);
        assert.ok(record.explanation.en.length > 100, 'an English paragraph');
        assert.ok(record.explanation.ko.length > 60, 'a Korean paragraph');
        assert.match(record.explanation.ko, /[가-힣]{2}/);
        assert.ok(record.source.authors.length > 0 && record.source.title.length > 0);
        assert.ok(record.source.year >= 1900 && record.source.year <= 2026);
      });

      it('has spellings and presets with valid parameters', () => {
        assert.ok(record.spellings.length > 0);
        for (const { code, params } of record.spellings) {
          assert.ok(code.length > 0);
          assert.doesNotThrow(() => completeParameters(record, params), code);
        }
        for (const { id: preset, params } of record.presets) {
          assert.ok(Object.keys(params).length > 0, preset);
          assert.doesNotThrow(() => completeParameters(record, params), preset);
        }
        assert.equal(new Set(record.presets.map((preset) => preset.id)).size, record.presets.length);
      });

      it('has parameters whose default and slider are valid', () => {
        for (const { id: name, default: value, slider } of record.parameters) {
          assert.ok(slider[0] < slider[1]);
          const never = value === Number.MAX_VALUE; // a limit that is off
          assert.ok(never || (value >= slider[0] && value <= slider[1]), `${name}'s slider holds its default`);
        }
        assert.doesNotThrow(() => withDefaults(record));
      });

      it('gives NaN for NaN', () => {
        const p = withDefaults(record);
        assert.ok(Number.isNaN(record.value(NaN, p)));
        assert.ok(Number.isNaN(record.derivative(NaN, p)));
      });

      it('gives limits at the infinities, within its range', () => {
        const p = withDefaults(record);
        const { min, max } = record.range(p);
        for (const x of [-Infinity, Infinity]) {
          const value = record.value(x, p);
          assert.ok(value >= min && value <= max, `value(${String(x)}) = ${String(value)}`);
          const slope = record.derivative(x, p);
          const far = record.derivative(Math.sign(x) * Number.MAX_VALUE, p);
          assert.ok(Math.abs(slope - far) < 1e-9 || slope === far, `derivative(${String(x)}) = ${String(slope)}`);
        }
      });

      it('takes its defaults for parameters left out', () => {
        const p = withDefaults(record);
        for (const x of [-2.5, -0.3, 0.3, 2.5]) {
          assert.equal(record.value(x, {}), record.value(x, p));
          assert.equal(record.derivative(x, {}), record.derivative(x, p));
        }
      });

      it('gives the same alone and in a loop, also in place', () => {
        const p = withDefaults(record);
        const xs = Float64Array.from([
          -1e300,
          -30,
          -3,
          -1,
          -0.25,
          0,
          1e-9,
          0.5,
          1,
          3,
          40,
          1e300,
          NaN,
          Infinity,
          -Infinity,
        ]);
        const values = new Float64Array(xs.length);
        record.valueInto(xs, values, p);
        assert.deepEqual(
          values,
          xs.map((x) => record.value(x, p)),
        );
        const slopes = xs.slice();
        record.derivativeInto(slopes, slopes, p);
        assert.deepEqual(
          slopes,
          xs.map((x) => record.derivative(x, p)),
        );
      });

      it('keeps its word about monotonicity and bounds', () => {
        const p = withDefaults(record);
        const values: number[] = [];
        for (let x = -60; x <= 60; x += 0.0625) values.push(record.value(x, p));
        const { min, max } = record.range(p);
        const falls = values.some((value, i) => i > 0 && value < values[i - 1]!);
        assert.equal(!falls, record.properties.monotonic, 'monotonic');
        assert.ok(
          values.every((value) => value >= min && value <= max),
          'range',
        );
        assert.equal(max < Infinity, record.properties.boundedAbove, 'boundedAbove');
        assert.equal(min > -Infinity, record.properties.boundedBelow, 'boundedBelow');
        const kinks = record.kinks(p);
        assert.deepEqual(
          kinks,
          [...kinks].sort((a, b) => a - b),
        );
        if (kinks.length > 0) assert.equal(record.properties.smooth, false, 'smooth');
      });
    });
  }
});
