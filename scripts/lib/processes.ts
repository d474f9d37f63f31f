import { type ChildProcess, spawn, spawnSync, type SpawnOptions } from 'node:child_process';

/** Everything started here and still running: ended with this process, by id. */
const running = new Set<ChildProcess>();

/** Ends a child and what it has started in its turn. */
export function end(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f']);
    else process.kill(-child.pid, signal);
  } catch {
    // ended in the meantime
  }
}

function endAll(): void {
  for (const child of running) end(child, 'SIGTERM');
}

process.on('exit', endAll);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    endAll();
    process.exit(signal === 'SIGINT' ? 130 : 143);
  });
}

/** Starts a child in a process group of its own, which ends when this process does. */
export function start(command: string, args: readonly string[], options: SpawnOptions = {}): ChildProcess {
  const child = spawn(command, args, { detached: process.platform !== 'win32', ...options });
  running.add(child);
  child.on('exit', () => running.delete(child));
  return child;
}

export interface Finished {
  readonly code: number;
  readonly timedOut: boolean;
  readonly seconds: number;
}

/** Runs a command to its end, or to its time-out: first asked to end, then killed. */
export function run(
  command: string,
  args: readonly string[],
  options: SpawnOptions & { readonly seconds: number },
): Promise<Finished> {
  const { seconds, ...rest } = options;
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const child = start(command, args, { stdio: 'inherit', ...rest });
    let timedOut = false;
    let kill: NodeJS.Timeout | undefined;
    const stop = setTimeout(() => {
      timedOut = true;
      end(child);
      kill = setTimeout(() => end(child, 'SIGKILL'), 10_000);
    }, seconds * 1000);
    child.on('error', reject);
    child.on('exit', (code) => {
      clearTimeout(stop);
      clearTimeout(kill);
      resolve({ code: code ?? 1, timedOut, seconds: (performance.now() - began) / 1000 });
    });
  });
}

/** Runs a TypeScript file of this project in Node. */
export function runScript(
  file: string,
  args: readonly string[],
  options: SpawnOptions & { readonly seconds: number },
): Promise<Finished> {
  return run(process.execPath, ['--import', 'tsx', file, ...args], options);
}
