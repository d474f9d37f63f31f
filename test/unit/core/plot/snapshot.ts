import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Scene } from '../../../../src/core/plot/scene';
import { lightPalette, sceneSvg } from '../../../../src/core/plot/sceneSvg';

const folder = join('test', 'unit', 'core', 'plot', 'snapshots');

/** Compares a scene with the picture kept in the repository. With UPDATE_SNAPSHOTS set it is written anew. */
export function matchesPicture(name: string, scene: Scene): void {
  const file = join(folder, `${name}.svg`);
  const svg = sceneSvg(scene, lightPalette, name);
  if (process.env.UPDATE_SNAPSHOTS !== undefined) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, svg);
  }
  assert.ok(existsSync(file), `${file} is missing: run with UPDATE_SNAPSHOTS=1 and look at it`);
  assert.equal(svg, readFileSync(file, 'utf8').replaceAll('\r\n', '\n'));
}

/** Every number of every mark lies within the picture, give or take a line's width. */
export function staysInside(scene: Scene): void {
  for (const mark of scene.marks) {
    const { kind } = mark;
    const xs =
      kind === 'line'
        ? [mark.x1, mark.x2]
        : kind === 'path'
          ? []
          : [mark.x, kind === 'rect' ? mark.x + mark.width : mark.x];
    const ys =
      kind === 'line'
        ? [mark.y1, mark.y2]
        : kind === 'path'
          ? []
          : [mark.y, kind === 'rect' ? mark.y + mark.height : mark.y];
    for (const x of xs)
      assert.ok(
        x >= -0.5 && x <= scene.width + 0.5,
        `${JSON.stringify(mark)} leaves a width of ${String(scene.width)}`,
      );
    for (const y of ys)
      assert.ok(
        y >= -0.5 && y <= scene.height + 0.5,
        `${JSON.stringify(mark)} leaves a height of ${String(scene.height)}`,
      );
  }
}
