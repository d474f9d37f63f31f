// npm run manifest: writes into package.json what the code knows. With --check it only says whether that is so already.
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { contribute } from './lib/contributions';

const path = 'package.json';

async function main(): Promise<number> {
  const before = readFileSync(path, 'utf8');
  const manifest = JSON.parse(before) as Parameters<typeof contribute>[0];
  contribute(manifest);
  const after = await format(JSON.stringify(manifest), { ...(await resolveConfig(path)), filepath: path });
  if (after === before) return 0;
  if (process.argv.includes('--check')) {
    console.error('package.json is not what the code says: run npm run manifest.');
    return 1;
  }
  writeFileSync(path, after);
  return 0;
}

void main().then((code) => process.exit(code));
