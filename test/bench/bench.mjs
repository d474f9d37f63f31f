// npm run bench: bundles the benchmark the way the product is bundled, then runs it. Run file by file, calls between
// modules would go through getters that the product does not have.
import { build } from 'esbuild';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const entry = process.argv.includes('--marks') ? 'marks' : 'run';
const outfile = join(here, 'node_modules', '.bench', `${entry}.mjs`);
const { buildKernels } = createRequire(import.meta.url)('../../scripts/kernels.cjs');
await build({
  entryPoints: [join(here, `${entry}.ts`)],
  outfile,
  bundle: true,
  minify: true,
  platform: 'node',
  format: 'esm',
  target: 'es2022',
  plugins: [
    {
      name: 'kernels',
      setup(onBuild) {
        onBuild.onResolve({ filter: /^kernels\.wasm$/ }, () => ({ path: 'kernels.wasm', namespace: 'kernels' }));
        onBuild.onLoad({ filter: /.*/, namespace: 'kernels' }, async () => ({
          contents: await buildKernels(),
          loader: 'base64',
        }));
      },
    },
  ],
  define: { 'import.meta.dirname': JSON.stringify(here) },
});
await import(pathToFileURL(outfile).href);
