import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;

/**
 * Installs the peers into test/bench/node_modules on first use. onnxruntime-node carries its CPU library in the
 * package; its install script would only fetch GPU libraries, so it is told to skip that.
 */
export function installPeers(): void {
  if (existsSync(join(here, 'node_modules', 'tinybench'))) return;
  process.stderr.write('installing the peers into test/bench/node_modules, once\n');
  const { status } = spawnSync('npm', ['install', '--no-package-lock', '--no-audit', '--no-fund'], {
    cwd: here,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, ONNXRUNTIME_NODE_INSTALL: 'skip' },
  });
  if (status !== 0) throw new Error('the peers could not be installed: npm install in test/bench failed');
}

/**
 * A peer's module, whose types this project does not install; the caller states the part of it that it uses.
 * A peer that does not load on this machine is left out and named.
 */
export async function peer(name: string): Promise<unknown> {
  try {
    return await import(name);
  } catch (error) {
    process.stderr.write(
      `left out: ${name} (${error instanceof Error ? error.message.split('\n')[0]! : 'no reason'})\n`,
    );
    return undefined;
  }
}
