import assert from 'node:assert/strict';
import { networkDiagram } from '../../../../src/core/plot/networkDiagram';
import { decisionPicture } from '../../../../src/core/plot/decisionPicture';
import { layerHistogram } from '../../../../src/core/plot/layerHistogram';
import { lossCurve } from '../../../../src/core/plot/lossCurve';
import { unitGrid } from '../../../../src/core/plot/unitGrid';
import { staysInside } from './snapshot';

describe('pictures of a training', () => {
  it('draws the loss from step to step, downwards where it falls', () => {
    const scene = lossCurve({ losses: Float64Array.of(4, 2, 1), stride: 1, width: 200, height: 100 });
    staysInside(scene);
    const curve = scene.marks.find((mark) => mark.role === 'curve');
    assert.ok(curve?.kind === 'path');
    assert.deepEqual(curve.d, 'M46 8L119 45L192 63.5');
  });

  it('takes a logarithmic axis for a loss that falls far, and stops where it is no number', () => {
    const scene = lossCurve({ losses: Float64Array.of(100, 1, 0.01, NaN), stride: 4, width: 200, height: 100 });
    const ticks = scene.marks.flatMap((mark) => (mark.role === 'tick' && mark.kind === 'text' ? [mark.text] : []));
    assert.ok(ticks.includes('1') && ticks.includes('100'), ticks.join());
    const curve = scene.marks.find((mark) => mark.role === 'curve');
    assert.ok(curve?.kind === 'path');
    const heights = curve.d.split('L').map((place) => Number(place.split(' ')[1]));
    assert.equal(heights.length, 3);
    assert.ok(Math.abs(heights[0]! + heights[2]! - 2 * heights[1]!) < 0.2, 'equal factors are equal steps');
    assert.equal(
      lossCurve({ losses: new Float64Array(), stride: 1, width: 90, height: 60 }).marks.at(-1)?.role,
      'tick',
    );
  });

  it('draws a decision in bands and points by class', () => {
    const values = Float64Array.from({ length: 16 }, (_, i) => (i % 4 < 2 ? 0 : 1));
    const scene = decisionPicture({
      values,
      size: 4,
      range: { x1: [0, 1], x2: [0, 1] },
      middle: 0.5,
      full: 1,
      points: [
        [0.25, 0.75, 0],
        [0.75, 0.25, 1],
      ],
      width: 80,
    });
    const rects = scene.marks.filter(({ role }) => role === 'positive' || role === 'negative');
    assert.equal(rects.length, 8, 'equal neighbours are one mark');
    const low = scene.marks.find(({ role }) => role === 'pointLow');
    const high = scene.marks.find(({ role }) => role === 'pointHigh');
    assert.ok(low?.kind === 'rect' && high?.kind === 'circle');
    assert.deepEqual([low.x + 3, low.y + 3, high.x, high.y], [20, 20, 60, 60]);
  });

  it('draws every unit of a wide layer, with its sign and its place', () => {
    const values = Float64Array.from({ length: 64 }, (_, i) => (i === 5 ? NaN : i - 32));
    const scene = unitGrid({ values, width: 300, chosen: 3, id: String, title: (unit) => `unit ${unit}` });
    staysInside(scene);
    const cells = scene.marks.filter((mark) => mark.kind === 'rect');
    assert.deepEqual(
      cells.map(({ id }) => id),
      Array.from({ length: 64 }, (_, i) => String(i)),
    );
    assert.equal(cells.filter(({ role }) => role === 'negative').length, 31);
    assert.equal(scene.marks.filter(({ kind }) => kind === 'line').length, 31);
  });

  it('counts activations into bins, a layer of one value too', () => {
    const scene = layerHistogram(Float64Array.of(0, 0, 0, 1, NaN), 240, 60);
    staysInside(scene);
    const bars = scene.marks.filter((mark) => mark.kind === 'rect');
    assert.ok(bars[0]!.height === 3 * bars.at(-1)!.height || Math.abs(bars[0]!.height - 3 * bars.at(-1)!.height) < 0.3);
    staysInside(layerHistogram(Float64Array.of(2, 2), 240, 60));
    assert.equal(layerHistogram(new Float64Array(), 240, 60).marks.length, 0);
  });

  it('writes no number of a node wider than the node, and none that is not known yet', () => {
    const nodes = [-0.0012345, 1234567, 1e-300, -123.456].map((value) => ({ value, title: String(value) }));
    for (const width of [120, 200, 400]) {
      const { scene, radius } = networkDiagram({
        width,
        more: String,
        layers: [0, 1].map((i) => ({ title: `L${i}`, nodes, hidden: 0, reached: i === 0 })),
      });
      const texts = scene.marks.filter((mark) => mark.kind === 'text' && mark.role === 'value');
      texts.forEach((mark, i) => {
        assert.ok(mark.kind === 'text');
        if (i >= nodes.length) assert.equal(mark.text, '?');
        else assert.ok(mark.text.length * 0.6 * (mark.size ?? 11) <= 2 * radius + 8, `${mark.text} in ${radius}`);
      });
      assert.equal(
        scene.marks.filter((mark) => mark.kind === 'circle' && mark.title === '-123.456').length,
        1,
        'a value that is not known is not in a tooltip either',
      );
    }
  });
});
