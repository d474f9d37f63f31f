// Typesets every formula of the registry when the extension is built: LaTeX in, MathML out, no typesetter shipped.
'use strict';
const { mkdirSync, writeFileSync } = require('node:fs');
const { dirname } = require('node:path');
const esbuild = require('esbuild');
const temml = require('temml');

/** The registry as it is in the sources. */
async function readActivations() {
  const { outputFiles } = await esbuild.build({
    entryPoints: ['src/core/activations/registry.ts'],
    bundle: true,
    format: 'cjs',
    platform: 'node',
    write: false,
    logLevel: 'error',
  });
  const module = { exports: {} };
  require('node:vm').runInThisContext(`(function (module, exports) {${outputFiles[0].text}\n})`)(
    module,
    module.exports,
  );
  return module.exports.activations;
}

/** @param {string} latex */
function typeset(latex) {
  // Well-formed XML, so that the page can parse it without touching innerHTML.
  const mathml = temml.renderToString(latex, { displayMode: false, xml: true, throwOnError: true, annotate: false });
  // Inline styles are not allowed in the webview; its style sheet sets the tables of cases.
  return mathml.replace(/ style="[^"]*"/g, '');
}

/** Writes the formulas as a script of data, read by the webview. @param {string} outfile */
async function writeFormulas(outfile) {
  const formulas = {};
  for (const { id, formula, derivativeFormula } of (await readActivations()).values()) {
    formulas[id] = { value: typeset(formula), derivative: typeset(derivativeFormula) };
  }
  mkdirSync(dirname(outfile), { recursive: true });
  writeFileSync(outfile, `globalThis.activationLensFormulas = ${JSON.stringify(formulas)};\n`);
}

module.exports = { writeFormulas };
