// Compiles kernels/ to one WebAssembly module, once for each state of the sources: they are kept in .cache by content.
'use strict';
const { execFile } = require('node:child_process');
const { createHash } = require('node:crypto');
const { existsSync, mkdirSync, readFileSync, readdirSync, renameSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { promisify } = require('node:util');

const run = promisify(execFile);

const root = join(__dirname, '..');
const kernelFolder = join(root, 'kernels');
const { version } = require('assemblyscript/package.json');

const options = [
  '-O3',
  '--converge',
  '--noAssert',
  ...['--runtime', 'stub'],
  ...['--enable', 'simd'],
  ...['--initialMemory', '8'],
];

/** Modules under way or done, so that the bundles of one build share one compilation. @type {Map<string, Promise<Uint8Array>>} */
const modules = new Map();

/** The compiled module. @returns {Promise<Uint8Array>} */
function buildKernels() {
  const names = readdirSync(kernelFolder)
    .filter((name) => name.endsWith('.as.ts'))
    .sort();
  const sources = Object.fromEntries(names.map((name) => [name, readFileSync(join(kernelFolder, name), 'utf8')]));
  const key = createHash('sha256')
    .update(JSON.stringify([version, options, sources]))
    .digest('hex');
  const module = modules.get(key) ?? compile(join(root, '.cache', 'kernels', `${key.slice(0, 32)}.wasm`));
  modules.set(key, module);
  // Sources that do not compile are tried again.
  module.catch(() => modules.delete(key));
  return module;
}

/** @param {string} kept where the module is kept @returns {Promise<Uint8Array>} */
async function compile(kept) {
  if (existsSync(kept)) return readFileSync(kept);
  mkdirSync(dirname(kept), { recursive: true });
  // Whole or not at all: another build may be reading.
  const unfinished = `${kept}.${process.pid}`;
  const compiler = join(root, 'node_modules', 'assemblyscript', 'bin', 'asc.js');
  await run(process.execPath, [compiler, join(kernelFolder, 'index.as.ts'), '-o', unfinished, ...options]);
  renameSync(unfinished, kept);
  return readFileSync(kept);
}

module.exports = { buildKernels, kernelFolder };
