import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';

/** Each file of src and platform with those that it imports, `import type` among them, which the linter does not follow. */
function importsOfAll(): ReadonlyMap<string, readonly string[]> {
  const files = ['src', 'platform'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => posix.join(folder, file.replaceAll('\\', '/'))),
  );
  const known = new Set(files);
  const imported = (file: string): string[] =>
    ts
      .preProcessFile(readFileSync(file, 'utf8'))
      .importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
      .map(({ fileName }) => posix.join(posix.dirname(file), fileName))
      .map((path) => [`${path}.ts`, `${path}/index.ts`, path].find((candidate) => known.has(candidate)) ?? path);
  return new Map(files.map((file) => [file, imported(file)]));
}

/** The groups of files that import each other in a circle (Tarjan's strongly connected components). */
function circles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const found: string[][] = [];
  const visit = (file: string): void => {
    const number = order.size;
    order.set(file, number);
    lowest.set(file, number);
    open.push(file);
    for (const next of graph.get(file) ?? []) {
      if (!order.has(next)) visit(next);
      if (open.includes(next)) lowest.set(file, Math.min(lowest.get(file)!, lowest.get(next)!));
    }
    if (lowest.get(file) !== number) return;
    const group = open.splice(open.indexOf(file));
    if (group.length > 1) found.push(group.sort());
  };
  for (const file of graph.keys()) if (!order.has(file)) visit(file);
  return found;
}

/** Circles that stand today. Open them, and take them from here; add none. */
const standing = new Set([
  'src/core/kernels/slot.ts src/core/summary/counts.ts',
  'src/host/panel/panel.ts src/host/panel/sourceLink.ts',
]);

/** The floors of core, lowest first: a folder imports from its own floor and from those below. */
const floors = [
  ['array', 'format', 'math', 'precision'],
  ['activations', 'function', 'functions', 'gates', 'softmax', 'summary'],
  ['code', 'network', 'notation', 'plot', 'training'],
  ['diagnosis'],
];

/** The folder of core that a file lies in. */
const folderOf = (file: string): string | undefined => /^src\/core\/([^/]+)\//.exec(file)?.[1];

describe('imports', () => {
  const graph = importsOfAll();

  it('find circles where there are some', () => {
    const graphOf = (lists: Record<string, string[]>) => new Map(Object.entries(lists));
    assert.deepEqual(circles(graphOf({ a: ['b'], b: ['c', 'd'], c: ['a'], d: [] })), [['a', 'b', 'c']]);
    assert.deepEqual(circles(graphOf({ a: ['b', 'c'], b: ['c'], c: [] })), []);
  });

  it('name files that are there', () => {
    assert.ok(graph.size > 100);
    const missing = [...graph].flatMap(([file, list]) =>
      list.filter((next) => !graph.has(next)).map((next) => `${file}: ${next}`),
    );
    assert.deepEqual(missing, []);
  });

  it('run in no circle, types included', () => {
    const names = circles(graph).map((group) => group.join(' '));
    assert.deepEqual(
      names.filter((name) => !standing.has(name)),
      [],
    );
  });

  it('never go up the floors of core', () => {
    const floor = new Map(floors.flatMap((folders, height) => folders.map((folder) => [folder, height] as const)));
    const height = (file: string): number => floor.get(folderOf(file) ?? '') ?? NaN;
    const up = [...graph].flatMap(([file, list]) =>
      list.filter((next) => height(next) > height(file)).map((next) => `${file}: ${next}`),
    );
    assert.deepEqual(up, []);
  });
});
