import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lightPalette, rowBars, sceneSvg, type RowBar } from '../../src/core/plot';
import type { MarkLine } from './marks';

/** What the chart shows of all that was measured. */
const shown: Readonly<Record<string, string>> = {
  exponential: 'exp',
  sigmoid: 'sigmoid',
  tanh: 'tanh',
  softplus: 'softplus',
  silu: 'SiLU',
  gelu: 'GELU',
  geluTanh: 'GELU tanh',
  softmax: 'softmax',
};

/** docs/images/speed.svg: bars of the kernels, of TypeScript alone and of the peers, at a million numbers. Gives its path. */
export function drawChart(lines: readonly MarkLine[]): string {
  const bars = lines
    .filter(({ mark, size }) => size === 1e6 && mark in shown)
    .flatMap(({ mark, kernels, typescript, peers }) => {
      const name = shown[mark]!;
      const rates = { 'Activation Lens': kernels, 'without kernels': typescript, ...peers };
      return Object.entries(rates).map(([who, value]): RowBar => {
        const text = `${value.toFixed(0)} M/s`;
        return { id: `${name} ${who}`, label: `${name}, ${who}`, value, text, title: `${name}, ${who}: ${text}` };
      });
    });
  const scene = rowBars({ width: 640, bars, labelWidth: 190, textWidth: 70 });
  const path = join(import.meta.dirname, '..', '..', 'docs', 'images', 'speed.svg');
  writeFileSync(path, sceneSvg(scene, lightPalette, 'Million float64 numbers a second on one thread'));
  return path;
}
