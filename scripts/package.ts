// npm run package: the production build and activation-lens-<version>.vsix.
import { root } from './lib/paths';
import { run } from './lib/processes';

async function main(): Promise<number> {
  const built = await run(process.execPath, ['esbuild.js', '--production'], { cwd: root, seconds: 120 });
  if (built.code !== 0) return built.code;
  const vsce = ['node_modules/@vscode/vsce/vsce', 'package', '--no-dependencies', '--allow-missing-repository'];
  return (await run(process.execPath, vsce, { cwd: root, seconds: 120 })).code;
}

void main().then((code) => process.exit(code));
