import type { Activation } from '../../src/core';
import { completeParameters } from '../../src/core/activations/parameters';
import { slopeZones } from '../../src/core/activations/slopeZones';
import { functionPlot, lightPalette, sceneSvg } from '../../src/core/plot';

/** A function (solid) and its derivative (dashed) at the default parameters, as the text of an SVG file. */
export function functionPicture(record: Activation): string {
  const p = completeParameters(record);
  const widest = Math.max(0, ...record.kinks(p).map(Math.abs));
  const reach = Math.max(5, widest * 1.4);
  const { scene } = functionPlot({
    width: 480,
    height: 260,
    domain: [-reach, reach],
    showDerivative: true,
    functions: [
      {
        label: record.label,
        value: (source, target) => record.valueInto(source, target, p),
        derivative: (source, target) => record.derivativeInto(source, target, p),
        kinks: record.kinks(p),
        zones: slopeZones(record, p),
        series: 0,
      },
    ],
  });
  return sceneSvg(scene, lightPalette, `${record.label} and its derivative (dashed)`);
}
