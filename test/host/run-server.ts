// Runs the suite of the extension host in VS Code's server, where extensions run in Node.
import { join } from 'node:path';
import { openBrowser } from '../../scripts/lib/browser';
import { root } from '../../scripts/lib/paths';
import { startServerHost } from '../../scripts/lib/serverHost';
import { quietSettings } from '../../scripts/lib/settings';
import { makeWorkspace } from '../../scripts/lib/workspace';
import { watchRun } from './watchRun';

async function main(): Promise<number> {
  const server = await startServerHost({ smokeTest: true, settings: quietSettings });
  const browser = await openBrowser();
  try {
    const url = server.url(makeWorkspace(), {
      extensionDevelopmentPath: server.remote(root),
      extensionTestsPath: server.remote(join(root, 'dist/test/node.js')),
      skipWelcome: 'true',
    });
    return await watchRun(await browser.newPage(), url, 'server');
  } finally {
    await browser.close();
    server.close();
  }
}

void main().then((code) => process.exit(code));
