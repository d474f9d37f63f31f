// Runs the suite of the extension host in the desktop's VS Code, which @vscode/test-electron downloads.
import { join } from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { cache, root } from '../../scripts/lib/paths';
import { makeRunFolder } from '../../scripts/lib/runFolder';
import { makeWorkspace } from '../../scripts/lib/workspace';

/** EX_UNAVAILABLE: nothing was tested, because VS Code could not be had. */
const unavailable = 69;

async function download(): Promise<string | undefined> {
  try {
    return await downloadAndUnzipVSCode({ cachePath: join(cache, 'desktop'), timeout: 30_000 });
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    console.error(`The desktop's VS Code cannot be downloaded from here: ${cause}`);
    console.error('No test ran. "npm run test:web" and "npm run test:server" need no download.');
    return undefined;
  }
}

async function main(): Promise<number> {
  const vscodeExecutablePath = await download();
  if (vscodeExecutablePath === undefined) return unavailable;
  return runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: root,
    extensionTestsPath: join(root, 'dist/test/node.js'),
    launchArgs: [makeWorkspace(), '--disable-extensions', `--user-data-dir=${makeRunFolder()}`],
  });
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
