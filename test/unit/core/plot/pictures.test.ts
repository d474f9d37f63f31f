import assert from 'node:assert/strict';
import fc from 'fast-check';
import { heatMap, mostCells } from '../../../../src/core/plot/heatMap';
import { networkDiagram } from '../../../../src/core/plot/networkDiagram';
import { nearestPoint } from '../../../../src/core/plot/nearestPoint';
import { numberLine } from '../../../../src/core/plot/numberLine';
import { rowBars } from '../../../../src/core/plot/rowBars';
import { sceneSvg, lightPalette } from '../../../../src/core/plot/sceneSvg';
import { sortOrder } from '../../../../src/core/plot/sortOrder';
import { sparkline } from '../../../../src/core/plot/sparkline';
import { matchesPicture, staysInside } from './snapshot';

describe('sparkline', () => {
  it('draws signs to their sides of the zero line and marks what is not finite', () => {
    const scene = sparkline(Float64Array.of(1, -2, 0, 3, NaN, Infinity), 90, 24);
    staysInside(scene);
    matchesPicture('sparkline', scene);
  });

  it('draws nothing but the line for an empty array', () => {
    assert.equal(sparkline(new Float64Array(), 90, 24).marks.length, 1);
  });

  it('never draws more columns than it has pixels for', () => {
    const scene = sparkline(
      Float64Array.from({ length: 100_000 }, (_, i) => Math.sin(i)),
      100,
      24,
    );
    for (const mark of scene.marks) if (mark.kind === 'path') assert.ok(mark.d.split('M').length <= 51);
  });
});

describe('rowBars', () => {
  it('draws label, bar and number of each row, and trouble as a sign', () => {
    const scene = rowBars({
      width: 260,
      labelWidth: 40,
      textWidth: 60,
      chosen: '1',
      bars: [
        { id: '0', label: '[0] 1', value: 0.25, text: '0.25', title: '0.25' },
        { id: '1', label: '[1] 2', value: 0.75, text: '0.75', title: '0.75' },
        { id: '2', label: '[2] 900', value: NaN, text: 'NaN', title: 'inf / inf', trouble: 'inf / inf' },
      ],
    });
    staysInside(scene);
    matchesPicture('rowBars', scene);
  });

  it('parts signed values at zero', () => {
    const bars = [-1, 2].map((value, i) => ({ id: String(i), label: '', value, text: '', title: '' }));
    const scene = rowBars({ width: 200, labelWidth: 0, textWidth: 0, bars });
    const [negative, positive] = ['negative', 'positive'].map((role) => scene.marks.find((mark) => mark.role === role));
    assert.ok(negative?.kind === 'rect' && positive?.kind === 'rect');
    assert.ok(Math.abs(negative.x + negative.width - positive.x) < 0.2);
    assert.ok(Math.abs(positive.width - 2 * negative.width) < 0.3);
  });
});

describe('networkDiagram', () => {
  const layer = (units: number, weights?: number[][]) => ({
    title: 'L',
    nodes: Array.from({ length: units }, (_, i) => ({ title: `unit ${String(i)}`, value: 0.5 })),
    hidden: 0,
    reached: true,
    ...(weights && { weights }),
  });

  it('draws nodes with values, and edges by size and sign', () => {
    const { scene } = networkDiagram({
      width: 280,
      chosen: '1:0',
      more: (hidden) => `+ ${String(hidden)}`,
      layers: [
        layer(2),
        layer(3, [
          [0.1, -0.3, 0.5],
          [0.2, 0.4, -0.6],
        ]),
        {
          ...layer(2, [
            [1, -1],
            [0, 2],
            [NaN, 1],
          ]),
          hidden: 6,
        },
      ],
    });
    staysInside(scene);
    matchesPicture('networkDiagram', scene);
  });

  it('fits into 180 pixels without nodes touching one another', () => {
    const { scene, places, radius } = networkDiagram({
      width: 180,
      more: String,
      layers: [layer(2), layer(3), layer(2), layer(2)],
    });
    staysInside(scene);
    const columns = places.map((column) => column[0]!.x);
    for (let i = 1; i < columns.length; i++) assert.ok(columns[i]! - columns[i - 1]! > 2 * radius);
    for (const column of places)
      for (let i = 1; i < column.length; i++) assert.ok(column[i]!.y - column[i - 1]!.y > 2 * radius);
  });
});

describe('heatMap', () => {
  it('draws signs by colour and by a bar, NaN by a stroke', () => {
    const scene = heatMap({
      values: Float64Array.of(1, -1, 0.5, NaN, 0, -0.2),
      rows: 2,
      columns: 3,
      width: 90,
      height: 60,
      title: (row, column, value) => `${String(row)},${String(column)}: ${String(value)}`,
    });
    staysInside(scene);
    matchesPicture('heatMap', scene);
  });

  it('averages large matrices down', () => {
    const scene = heatMap({
      values: new Float64Array(1000 * 300).fill(1),
      rows: 1000,
      columns: 300,
      width: 300,
      height: 200,
      title: () => '',
    });
    assert.ok(scene.marks.length <= mostCells);
  });
});

describe('numberLine', () => {
  it('draws the representable numbers, the exact one above and the chosen one strong', () => {
    const scene = numberLine({
      width: 280,
      representable: [0.98, 0.99, 1, 1.01, 1.02],
      exact: 1.004,
      rounded: 1,
      text: String,
    });
    staysInside(scene);
    matchesPicture('numberLine', scene);
  });

  it('draws what is finite next to infinity', () => {
    staysInside(
      numberLine({
        width: 280,
        representable: [65472, 65504, Infinity],
        exact: 70000,
        rounded: Infinity,
        text: String,
      }),
    );
  });
});

describe('sceneSvg', () => {
  it('escapes what comes from outside', () => {
    const svg = sceneSvg(
      { width: 1, height: 1, marks: [{ kind: 'text', role: 'label', x: 0, y: 0, text: '<script>"&' }] },
      lightPalette,
      'a<b',
    );
    assert.ok(!svg.includes('<script>') && svg.includes('&#60;script&#62;&#34;&#38;') && svg.includes('a&#60;b'));
  });
});

describe('sortOrder', () => {
  it('keeps NaN last in both directions', () => {
    const values = Float64Array.of(3, NaN, 1, -Infinity);
    assert.deepEqual([...sortOrder(values, 'ascending')], [3, 2, 0, 1]);
    assert.deepEqual([...sortOrder(values, 'descending')], [0, 2, 3, 1]);
  });

  it('is a stable permutation', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constant(NaN))), (list) => {
        const values = Float64Array.from(list);
        const order = sortOrder(values, 'ascending');
        assert.deepEqual(
          [...order].sort((a, b) => a - b),
          list.map((_, i) => i),
        );
        for (let i = 1; i < order.length; i++) {
          const [a, b] = [values[order[i - 1]!]!, values[order[i]!]!];
          assert.ok(Number.isNaN(b) || a < b || (a === b && order[i - 1]! < order[i]!));
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('nearestPoint', () => {
  it('passes over NaN, takes the first of equals, and says -1 for none', () => {
    assert.equal(nearestPoint(Float64Array.of(NaN, 4, 2, 2), 2.5), 2);
    assert.equal(nearestPoint(Float64Array.of(NaN), 0), -1);
  });
});
