// Runs the suite of the extension host in VS Code for the Web.
import { join } from 'node:path';
import { openBrowser } from '../../scripts/lib/browser';
import { root } from '../../scripts/lib/paths';
import { quietSettings } from '../../scripts/lib/settings';
import { startWebServer } from '../../scripts/lib/webServer';
import { makeWorkspace } from '../../scripts/lib/workspace';
import { watchRun } from './watchRun';

async function main(): Promise<number> {
  const server = await startWebServer({
    extension: root,
    tests: join(root, 'dist/test/web.js'),
    folder: makeWorkspace(),
    settings: quietSettings,
  });
  const browser = await openBrowser();
  try {
    return await watchRun(await browser.newPage(), server.url, 'web');
  } finally {
    await browser.close();
    server.close();
  }
}

void main().then((code) => process.exit(code));
