// Typesets every formula of the registry when the extension is built: LaTeX in, MathML out, no typesetter shipped.
'use strict';
const { mkdirSync, writeFileSync } = require('node:fs');
const { dirname } = require('node:path');
const esbuild = require('esbuild');
const temml = require('temml');

/** Every function of the registries as they are in the sources. */
async function readFunctions() {
  const { outputFiles } = await esbuild.build({
    entryPoints: ['src/core/index.ts'],
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
  const { activations, softmaxFamily, gates } = module.exports;
  return [...activations.values(), ...softmaxFamily.values(), ...gates.values()];
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
  for (const { id, formula, derivativeFormula } of await readFunctions()) {
    formulas[id] = {
      value: typeset(formula),
      ...(derivativeFormula !== undefined && { derivative: typeset(derivativeFormula) }),
    };
  }
  mkdirSync(dirname(outfile), { recursive: true });
  writeFileSync(outfile, `globalThis.activationLensFormulas = ${JSON.stringify(formulas)};\n`);
}

module.exports = { writeFormulas };
