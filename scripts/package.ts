// npm run package: the production build and activation-lens-<version>.vsix.
import { root } from './lib/paths';
import { run } from './lib/processes';

async function main(): Promise<number> {
  const built = await run(process.execPath, ['esbuild.js', '--production'], { cwd: root, seconds: 120 });
  if (built.code !== 0) return built.code;
  // All is bundled, and no public repository serves the pictures of the README.
  const flags = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
  const vsce = ['node_modules/@vscode/vsce/vsce', 'package', ...flags];
  return (await run(process.execPath, vsce, { cwd: root, seconds: 120 })).code;
}

void main().then((code) => process.exit(code));
