import assert from 'node:assert/strict';
import { activations } from '../../../../src/core/activations/registry';
import { slopeZones } from '../../../../src/core/activations/slopeZones';
import { fitDomain, panDomain, zoomDomain } from '../../../../src/core/plot/fitDomain';
import { functionPlot, type PlotFunction } from '../../../../src/core/plot/functionPlot';
import { matchesPicture, staysInside } from './snapshot';

const each = (f: (x: number) => number) => (source: Float64Array, target: Float64Array) => {
  source.forEach((x, i) => (target[i] = f(x)));
};
const relu: PlotFunction = {
  label: 'ReLU',
  value: each((x) => Math.max(0, x)),
  derivative: each((x) => (x > 0 ? 1 : 0)),
  kinks: [0],
  zones: slopeZones(activations.get('relu')!),
  series: 0,
};
const sine: PlotFunction = {
  label: 'sine',
  value: each(Math.sin),
  derivative: each(Math.cos),
  kinks: [],
  zones: [],
  series: 1,
};
const squash: PlotFunction = {
  label: 'tanh',
  value: each(Math.tanh),
  derivative: each((x) => 1 / Math.cosh(x) ** 2),
  kinks: [],
  zones: slopeZones(activations.get('tanh')!),
  series: 2,
};
const x = Float64Array.of(-3, -1, 0.5, 2, 2, NaN, Infinity);
const y = x.map((value) => Math.max(0, value));

describe('functionPlot', () => {
  it('draws curve, derivative, kink, dead zone, marks and histogram', () => {
    const { scene, zones } = functionPlot({
      width: 320,
      height: 200,
      functions: [relu],
      domain: [-5, 5],
      showDerivative: true,
      points: { x, y },
    });
    assert.deepEqual(zones, [{ kind: 'dead', from: -5, to: 0, whole: { from: -Infinity, to: 0 } }]);
    staysInside(scene);
    matchesPicture('functionPlot-relu', scene);
  });

  it('draws several functions in their own colours', () => {
    const { scene } = functionPlot({
      width: 240,
      height: 170,
      functions: [relu, sine, squash],
      domain: [-4, 4],
      showDerivative: false,
    });
    assert.deepEqual(
      scene.marks.filter(({ role }) => role === 'curve').map(({ series }) => series),
      [2, 1, 0],
    );
    matchesPicture('functionPlot-compare', scene);
  });

  it('calls the flat ends of a squashing function saturated, not dead', () => {
    const { zones } = functionPlot({
      width: 300,
      height: 200,
      functions: [squash],
      domain: [-5, 5],
      showDerivative: true,
    });
    assert.deepEqual(
      zones.map(({ kind }) => kind),
      ['saturated', 'saturated'],
    );
    const at = (domain: readonly [number, number]) =>
      functionPlot({ width: 300, height: 200, functions: [squash], domain, showDerivative: true }).zones;
    for (const domain of [
      [-5, 5],
      [0, 1000],
      [3, 4],
    ] as const) {
      const { whole, from, to } = at(domain).at(-1)!;
      assert.equal(whole.from.toFixed(4), '2.6441', 'the same whatever is shown');
      assert.equal(whole.to, Infinity);
      assert.deepEqual([from, to], [Math.max(whole.from, domain[0]), domain[1]]);
    }
    assert.deepEqual(at([-1, 1]), []);
  });

  it('breaks the curve at a jump', () => {
    const step = { ...relu, value: each((v) => (v > 0 ? 1 : 0)), derivative: each(() => 0) };
    const { scene } = functionPlot({
      width: 300,
      height: 200,
      functions: [step],
      domain: [-5, 5],
      showDerivative: false,
    });
    const curve = scene.marks.find(({ role }) => role === 'curve');
    assert.ok(curve?.kind === 'path');
    assert.equal(curve.d.split('M').length - 1, 2);
  });

  it('stays inside when zoomed so that the curve leaves the plot', () => {
    const { scene } = functionPlot({
      width: 300,
      height: 200,
      functions: [relu],
      domain: [-5, 5],
      yDomain: [-0.1, 0.5],
      showDerivative: true,
    });
    for (const mark of scene.marks) {
      if (mark.kind !== 'path' || mark.role !== 'curve') continue;
      for (const [, place] of mark.d.matchAll(/[ML][\d.]+ (-?[\d.]+)/g))
        assert.ok(Number(place) >= 7.9 && Number(place) <= 180.1);
    }
  });

  it('draws a million values as no more dots than there are pixels', () => {
    const many = Float64Array.from({ length: 1e6 }, (_, i) => (i % 1000) / 100 - 5);
    const { scene } = functionPlot({
      width: 320,
      height: 200,
      functions: [relu],
      domain: [-5, 5],
      showDerivative: true,
      points: { x: many, y: many.map((v) => Math.max(0, v)) },
    });
    const dots = scene.marks.find(({ role }) => role === 'points');
    assert.ok(dots?.kind === 'path');
    assert.ok(dots.d.split('M').length < 700);
  });
});

describe('fitDomain', () => {
  it('shows at least -5 .. 5', () => {
    assert.deepEqual(fitDomain(Float64Array.of(-1, 1, 2)), [-5, 5]);
    assert.deepEqual(fitDomain(new Float64Array()), [-5, 5]);
    assert.deepEqual(fitDomain(Float64Array.of(NaN, Infinity)), [-5, 5]);
  });

  it('widens to the values with a margin, leaving out what is beyond a million', () => {
    assert.deepEqual(fitDomain(Float64Array.of(0, 100, 1e30)), [-5, 105]);
  });
});

describe('zoomDomain and panDomain', () => {
  it('keep the place they zoom about', () => {
    assert.deepEqual(zoomDomain([0, 10], 5, 0.5), [2.5, 7.5]);
    assert.deepEqual(zoomDomain([0, 10], 0, 2), [0, 20]);
  });

  it('stop where digits end', () => {
    assert.deepEqual(zoomDomain([0, 1e-9], 0, 0.5), [0, 1e-9]);
    assert.deepEqual(zoomDomain([0, 1e9], 0, 2), [0, 1e9]);
  });

  it('pan by a share of the span', () => {
    assert.deepEqual(panDomain([0, 10], -0.1), [-1, 9]);
  });
});
