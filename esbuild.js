// Builds every bundle: node esbuild.js [--production] [--watch] [--tests] [--sizes]
'use strict';
const { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync } = require('node:fs');
const { basename, dirname, join } = require('node:path');
const esbuild = require('esbuild');
const { writeFormulas } = require('./scripts/formulas.cjs');
const { buildKernels, kernelFolder } = require('./scripts/kernels.cjs');
const { shortenTemplates } = require('./scripts/templates.cjs');

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');
const tests = process.argv.includes('--tests');
const sizes = process.argv.includes('--sizes');

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  legalComments: 'none',
  target: 'es2022',
  logLevel: 'warning',
  metafile: true,
};

/** @type {import('esbuild').BuildOptions} */
const host = { ...common, entryPoints: ['src/extension.ts'], format: 'cjs', external: ['vscode'] };

/**
 * `import 'host-suites'` imports every suite of a folder: none is listed by hand.
 * @param {string} path
 * @returns {import('esbuild').Plugin}
 */
const suitesOf = (path) => ({
  name: 'host-suites',
  setup(build) {
    const folder = join(__dirname, path);
    build.onResolve({ filter: /^host-suites$/ }, () => ({ path: 'host-suites', namespace: 'host-suites' }));
    build.onLoad({ filter: /.*/, namespace: 'host-suites' }, () => {
      const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
        file.endsWith('.test.ts'),
      );
      const lines = files.sort().map((file) => `import ${JSON.stringify('./' + file.replaceAll('\\', '/'))};`);
      return { contents: lines.join('\n'), resolveDir: folder, watchDirs: [folder] };
    });
  },
});

/** @type {import('esbuild').BuildOptions} */
const hostTests = {
  ...common,
  minify: false,
  entryPoints: ['test/host/main.ts'],
  format: 'cjs',
  external: ['vscode'],
  plugins: [suitesOf('test/host/suite')],
  tsconfig: 'tsconfig.test.json',
};

/** esbuild cannot know that the indentation in lit's templates is idle. @type {import('esbuild').Plugin} */
const shorterTemplates = {
  name: 'shorter-templates',
  setup(build) {
    build.onLoad({ filter: /src[\\/]webview[\\/].*\.ts$/ }, ({ path }) => ({
      contents: shortenTemplates(readFileSync(path, 'utf8')),
      loader: 'ts',
    }));
  },
};

/** `import text from 'kernels.wasm'` is the compiled kernels in base 64. @type {import('esbuild').Plugin} */
const kernels = {
  name: 'kernels',
  setup(build) {
    build.onResolve({ filter: /^kernels\.wasm$/ }, () => ({ path: 'kernels.wasm', namespace: 'kernels' }));
    build.onLoad({ filter: /.*/, namespace: 'kernels' }, async () => ({
      contents: await buildKernels(),
      loader: 'base64',
      watchDirs: [kernelFolder],
      watchFiles: readdirSync(kernelFolder).map((name) => join(kernelFolder, name)),
    }));
  },
};

/** @type {import('esbuild').BuildOptions[]} */
const product = [
  {
    ...host,
    platform: 'node',
    outfile: 'dist/node/extension.js',
    plugins: [kernels],
    define: { PLATFORM: '"node"' },
  },
  { ...host, platform: 'browser', outfile: 'dist/web/extension.js', plugins: [kernels], define: { PLATFORM: '"web"' } },
  ...['compute', 'code'].flatMap((name) => [
    { ...common, entryPoints: [`src/compute/${name}Thread.ts`], platform: 'node', outfile: `dist/node/${name}.js` },
    { ...common, entryPoints: [`src/compute/${name}Thread.ts`], platform: 'browser', outfile: `dist/web/${name}.js` },
  ]),
  {
    // Without `external: ['vscode']`: a webview that imports it does not build.
    ...common,
    entryPoints: ['src/webview/main.ts'],
    outdir: 'dist/webview',
    platform: 'browser',
    // Rooms are loaded when they are entered.
    format: 'esm',
    splitting: true,
    chunkNames: '[name]-[hash]',
    charset: 'utf8',
    tsconfig: 'tsconfig.webview.json',
    plugins: production ? [shorterTemplates, kernels] : [kernels],
    define: { 'process.env.NODE_ENV': production ? '"production"' : '"development"' },
  },
];

/** @type {import('esbuild').BuildOptions[]} */
const suites = [
  {
    ...hostTests,
    platform: 'node',
    outfile: 'dist/test/node.js',
    define: { PLATFORM: '"node"' },
  },
  { ...hostTests, platform: 'node', outfile: 'dist/test/package.js', plugins: [suitesOf('test/package/suite')] },
  {
    ...hostTests,
    platform: 'browser',
    outfile: 'dist/test/web.js',
    alias: { 'node:assert/strict': './test/host/assertWeb.cjs' },
    inject: ['test/host/processWeb.ts'],
    define: { global: 'globalThis', PLATFORM: '"web"' },
  },
];

function copyIcons() {
  mkdirSync('dist/webview', { recursive: true });
  for (const file of ['codicon.css', 'codicon.ttf']) {
    copyFileSync(join(dirname(require.resolve('@vscode/codicons/package.json')), 'dist', file), `dist/webview/${file}`);
  }
}

/** @param {import('esbuild').BuildResult} result */
function printSizes(result) {
  for (const [file, output] of Object.entries(result.metafile?.outputs ?? {})) {
    if (basename(file).endsWith('.map')) continue;
    console.log(`${(output.bytes / 1000).toFixed(1).padStart(8)} kB  ${file}`);
    const inputs = Object.entries(output.inputs).sort(([, a], [, b]) => b.bytesInOutput - a.bytesInOutput);
    for (const [input, { bytesInOutput }] of inputs.slice(0, 8)) {
      console.log(`${(bytesInOutput / 1000).toFixed(1).padStart(14)} kB  ${input}`);
    }
  }
}

/** What the webview loads before its first picture may take at most, in bytes. */
const mostFirst = 240_000;

/** Checks the webview's entry with all that it imports at once; what is imported later does not count. */
function checkFirstLoad(results) {
  const outputs = Object.assign({}, ...results.map((result) => result.metafile?.outputs));
  const seen = new Set();
  const visit = (file) => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const { path, kind } of outputs[file].imports) if (kind === 'import-statement') visit(path);
  };
  visit('dist/webview/main.js');
  const bytes = [...seen].reduce((sum, file) => sum + outputs[file].bytes, 0);
  const kilobytes = `${(bytes / 1000).toFixed(1)} kB`;
  if (sizes) console.log(`${kilobytes.padStart(11)}  the webview before its first picture`);
  if (bytes > mostFirst) throw new Error(`the webview loads ${kilobytes} before its first picture, more than allowed`);
}

async function main() {
  const builds = tests ? [...product, ...suites] : product;
  if (production) rmSync('dist', { recursive: true, force: true });
  copyIcons();
  await writeFormulas('dist/webview/formulas.js');
  if (watch) {
    const contexts = await Promise.all(
      builds.map((build) => esbuild.context({ ...build, plugins: [...(build.plugins ?? []), report] })),
    );
    await Promise.all(contexts.map((context) => context.watch()));
    return;
  }
  const results = await Promise.all(builds.map((build) => esbuild.build(build)));
  if (sizes) results.forEach(printSizes);
  if (production) checkFirstLoad(results);
}

/** Tells the editor's watch task when a build begins and ends. @type {import('esbuild').Plugin} */
const report = {
  name: 'report',
  setup(build) {
    build.onStart(() => console.log('[watch] build started'));
    build.onEnd(() => console.log('[watch] build finished'));
  },
};

main().catch((error) => {
  console.error(error instanceof Error && 'errors' in error ? error.message : error);
  process.exit(1);
});
