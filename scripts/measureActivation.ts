// npm run measure:activation: how long VS Code takes to load and activate the extension, in both kinds of host.
import { root } from './lib/paths';
import { run } from './lib/processes';
import { startServerHost } from './lib/serverHost';
import { quietSettings } from './lib/settings';
import { makeWorkspace } from './lib/workspace';
import { Workbench } from '../test/support/workbench';

const runs = 10;

/** What VS Code itself reports under "Running Extensions": loading the code and calling `activate`. */
async function activationTime(url?: string): Promise<number> {
  const workbench = await Workbench.open(url === undefined ? {} : { url });
  try {
    await workbench.openFile('network.py');
    await workbench.runCommand('Developer: Show Running Extensions');
    const row = workbench.page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: 'activation-lens' });
    const time = row.locator('.activation-time', { hasText: /\d+\s*ms/ });
    await time.waitFor({ timeout: 60_000 });
    return Number(/(\d+)\s*ms/.exec((await time.textContent()) ?? '')?.[1]);
  } finally {
    await workbench.close();
  }
}

async function report(host: string, url?: string): Promise<void> {
  const times: number[] = [];
  for (let i = 0; i < runs; i++) times.push(await activationTime(url));
  times.sort((a, b) => a - b);
  const median = (times[runs / 2 - 1]! + times[runs / 2]!) / 2;
  console.log(`${host}: median ${median} ms of ${runs} (${times.join(', ')})`);
}

async function main(): Promise<void> {
  const built = await run(process.execPath, ['esbuild.js', '--production'], { cwd: root, seconds: 120 });
  if (built.code !== 0) throw new Error('the build failed');
  await report('web host   ');
  const server = await startServerHost({ smokeTest: true, settings: quietSettings });
  const payload = { extensionDevelopmentPath: server.remote(root), skipWelcome: 'true' };
  await report('server host', server.url(makeWorkspace(), payload));
  server.close();
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
