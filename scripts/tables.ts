// npm run tables [-- --check]: src/core/math/tables.ts, printed by scripts/reference/kernels.py in 400-bit arithmetic.
// Needs a Python with mpmath; PYTHON names one. With --check nothing is written, and without such a Python nothing fails.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from './lib/paths';

const file = join(root, 'src/core/math/tables.ts');

/** A Python that has mpmath. */
function findPython(): string | undefined {
  const named = process.env.PYTHON;
  const candidates = named === undefined ? ['python3', '/usr/bin/python3', 'python'] : [named];
  return candidates.find((python) => spawnSync(python, ['-c', 'import mpmath']).status === 0);
}

async function main(): Promise<number> {
  const check = process.argv.includes('--check');
  const python = findPython();
  if (python === undefined) {
    console.log('No Python with mpmath was found: the tables were not made again.');
    return check ? 0 : 1;
  }
  const script = join(root, 'scripts/reference/kernels.py');
  const made = spawnSync(python, [script], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  if (made.status !== 0) return made.status ?? 1;
  const text = await format(made.stdout, { ...(await resolveConfig(file)), filepath: file });
  if (!check) writeFileSync(file, text);
  else if (readFileSync(file, 'utf8') !== text) {
    console.error('src/core/math/tables.ts is not what npm run tables makes.');
    return 1;
  }
  console.log('The tables are current.');
  return 0;
}

void main().then((code) => process.exit(code));
