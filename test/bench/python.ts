import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Million numbers a second of NumPy and PyTorch by mark, on one thread in float64; nothing where no Python has them. */
export function pythonRates(size: number): Readonly<Record<string, Readonly<Record<string, number>>>> {
  for (const python of ['/usr/bin/python3', 'python3', 'python']) {
    const { status, stdout } = spawnSync(python, [join(import.meta.dirname, 'peers.py'), String(size)], {
      encoding: 'utf8',
      env: { ...process.env, OMP_NUM_THREADS: '1', MKL_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' },
    });
    if (status === 0) return JSON.parse(stdout) as Readonly<Record<string, Readonly<Record<string, number>>>>;
  }
  process.stderr.write('left out: NumPy and PyTorch (no Python here has one of them)\n');
  return {};
}
