// npm run bench: bundles the benchmark the way the product is bundled, then runs it. Run file by file, calls between
// modules would go through getters that the product does not have.
import { build } from 'esbuild';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const outfile = join(here, 'node_modules', '.bench', 'run.mjs');
await build({
  entryPoints: [join(here, 'run.ts')],
  outfile,
  bundle: true,
  minify: true,
  platform: 'node',
  format: 'esm',
  target: 'es2022',
  define: { 'import.meta.dirname': JSON.stringify(here) },
});
await import(pathToFileURL(outfile).href);
