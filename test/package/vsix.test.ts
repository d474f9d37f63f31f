import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { version } from '../../package.json';
import { openBrowser } from '../../scripts/lib/browser';
import { root } from '../../scripts/lib/paths';
import { run, runScript } from '../../scripts/lib/processes';
import { makeRunFolder } from '../../scripts/lib/runFolder';
import { installExtension, startServerHost } from '../../scripts/lib/serverHost';
import { quietSettings } from '../../scripts/lib/settings';
import { makeWorkspace } from '../../scripts/lib/workspace';
import { watchRun } from '../host/watchRun';
import { zipNames } from './zipNames';

const vsix = join(root, `activation-lens-${version}.vsix`);

/** Everything that may be in the package. */
const allowed = [
  /^\[Content_Types\]\.xml$/,
  /^extension\.vsixmanifest$/,
  /^extension\/(package\.json|package\.nls(\.[a-z-]+)?\.json|readme\.md|changelog\.md|license\.txt)$/i,
  /^extension\/l10n\/bundle\.l10n(\.[a-z-]+)?\.json$/,
  /^extension\/dist\/(node|web|webview)\/[\w.-]+\.(js|css|ttf)$/,
  /^extension\/docs\/(formulas(\.ko)?\.md|images\/[\w-]+\.png)$/,
  /^extension\/schemas\/[\w.-]+\.json$/,
  /^extension\/media\/([\w-]+\/)?[\w.-]+\.(png|svg|css|md|ipynb|py|c|json|csv|log)$/,
];

const needed = [
  'LICENSE.txt',
  'package.json',
  'dist/node/extension.js',
  'dist/web/extension.js',
  'dist/webview/main.js',
];

/** What an editor downloads before anybody has seen the extension. */
const limit = 3_000_000;

describe('the package', () => {
  let names: string[];

  before(async () => {
    const packed = await runScript('scripts/package.ts', [], { cwd: root, seconds: 180 });
    assert.equal(packed.code, 0, 'npm run package failed');
    const built = await run(process.execPath, ['esbuild.js', '--tests'], { cwd: root, seconds: 120 });
    assert.equal(built.code, 0, 'the test bundles do not build');
    names = zipNames(readFileSync(vsix));
  });

  it('holds nothing but what an allow-list names', () => {
    assert.deepEqual(
      names.filter((name) => !allowed.some((pattern) => pattern.test(name))),
      [],
    );
  });

  it('holds the license, the manifest and the bundles', () => {
    assert.deepEqual(
      needed.filter((name) => !names.includes(`extension/${name}`)),
      [],
    );
  });

  it('is smaller than three megabytes, the pictures of its page among them', () => {
    const size = readFileSync(vsix).length;
    console.log(`      ${names.length} files, ${(size / 1000).toFixed(0)} kB`);
    assert.ok(size < limit, `${size} bytes`);
  });

  it('evaluates an array where it is installed', async () => {
    const extensions = join(makeRunFolder(), 'extensions');
    await installExtension(vsix, extensions);
    const server = await startServerHost({ smokeTest: true, settings: quietSettings, extensions });
    const browser = await openBrowser();
    try {
      const url = server.url(makeWorkspace(), {
        extensionDevelopmentPath: server.remote(join(root, 'test/package/probe')),
        extensionTestsPath: server.remote(join(root, 'dist/test/package.js')),
        skipWelcome: 'true',
      });
      assert.equal(await watchRun(await browser.newPage(), url, 'installed'), 0);
    } finally {
      await browser.close();
      server.close();
    }
  });
});
