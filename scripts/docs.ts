// npm run docs [-- --check]: FUNCTIONS.md and its pictures, made from the registry of activations.
// With --check nothing is written: it fails and names what is not current.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { activations } from '../src/core';
import { functionPicture } from './lib/functionPicture';
import { functionsPage } from './lib/functionsPage';
import { root } from './lib/paths';

const pictures = 'docs/functions';

function files(): Map<string, string> {
  const records = [...activations.values()];
  const all = new Map([['FUNCTIONS.md', functionsPage(records, pictures)]]);
  for (const record of records) all.set(`${pictures}/${record.id}.svg`, functionPicture(record));
  return all;
}

/** Pictures of functions that no longer exist. */
function leftOver(wanted: ReadonlyMap<string, string>): string[] {
  const folder = join(root, pictures);
  const present = existsSync(folder) ? readdirSync(folder).map((name) => `${pictures}/${name}`) : [];
  return present.filter((path) => !wanted.has(path));
}

function stale(wanted: ReadonlyMap<string, string>): string[] {
  const differs = ([path, text]: [string, string]): boolean =>
    !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== text;
  return [...[...wanted].filter(differs).map(([path]) => path), ...leftOver(wanted)];
}

function write(wanted: ReadonlyMap<string, string>): void {
  for (const [path, text] of wanted) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  for (const path of leftOver(wanted)) rmSync(join(root, path));
}

const wanted = files();
const changed = stale(wanted);
if (process.argv.includes('--check')) {
  if (changed.length > 0) {
    process.stderr.write(`not current, run npm run docs: ${changed.join(', ')}\n`);
    process.exitCode = 1;
  }
} else {
  write(wanted);
  process.stdout.write(`${String(changed.length)} of ${String(wanted.size)} files changed\n`);
}
