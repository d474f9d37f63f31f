// npm start: builds, then serves VS Code for the Web with the extension and the samples, and opens it.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { root, samples } from './lib/paths';
import { run } from './lib/processes';
import { startWebServer, type WebServer } from './lib/webServer';

const firstPort = 3000;
const lastPort = 3099;

const settings = {
  'telemetry.telemetryLevel': 'off',
  'chat.disableAIFeatures': true,
  'workbench.startupEditor': 'readme',
};

async function serve(port: number): Promise<WebServer> {
  try {
    return await startWebServer({ extension: root, folder: samples, port, settings });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE' && port < lastPort) return serve(port + 1);
    throw error;
  }
}

/** The command that opens an address, where there is a display to open it on. */
function opener(url: string): [string, string[]] | undefined {
  const { env, platform } = process;
  if (env.CI !== undefined || env.BROWSER === 'none') return undefined;
  if (platform === 'darwin') return ['open', [url]];
  if (platform === 'win32') return ['cmd', ['/c', 'start', '', url]];
  const display = env.DISPLAY ?? env.WAYLAND_DISPLAY;
  return display !== undefined && existsSync('/usr/bin/xdg-open') ? ['xdg-open', [url]] : undefined;
}

async function main(): Promise<void> {
  const built = await run(process.execPath, ['esbuild.js'], { cwd: root, seconds: 120 });
  if (built.code !== 0) process.exit(built.code);
  const { url } = await serve(firstPort);
  console.log(`\nVS Code with Activation Lens and its samples: ${url}`);
  console.log('Ctrl+C ends it.');
  const open = opener(url);
  if (open === undefined) {
    console.log('Open the address in a browser.');
    return;
  }
  const child = spawn(...open, { stdio: 'ignore', detached: true });
  child.on('error', () => console.log('Open the address in a browser.'));
  child.unref();
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
