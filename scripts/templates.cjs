// Takes from the templates of lit what neither HTML nor CSS sees: the indentation of their lines.
'use strict';
const { transformSync } = require('esbuild');
const ts = require('typescript');

/** Lines of HTML or SVG begin at their first character: a line break alone is as much white space as one with spaces. */
const withoutIndentation = (text) => text.replace(/\n[ \t]+/g, '\n');

/** CSS, besides, needs no line breaks, and no spaces after `: , { } ;` or before `{`. A whole sheet is esbuild's to shorten. */
function withoutIdleSpace(text) {
  if (text.startsWith('`') && text.endsWith('`') && !text.includes('\\')) {
    return `\`${transformSync(text.slice(1, -1), { loader: 'css', minify: true, charset: 'utf8' }).code.trim()}\``;
  }
  return text.replace(/\n[ \t]*/g, '').replace(/(?<=[:,{};]) | (?=[{])/g, '');
}

const shorten = new Map([
  ['html', withoutIndentation],
  ['svg', withoutIndentation],
  ['css', withoutIdleSpace],
]);

/**
 * The source with shorter texts in its html, svg and css templates; everything else stays as it is.
 *
 * @param {string} source TypeScript
 * @returns {string}
 */
function shortenTemplates(source) {
  const file = ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest, false);
  const pieces = [];
  let end = 0;
  const keep = (node, shorter) => {
    const start = node.getStart(file);
    pieces.push(source.slice(end, start), shorter(source.slice(start, node.end)));
    end = node.end;
  };
  const visit = (node) => {
    const shorter = ts.isTaggedTemplateExpression(node) ? shorten.get(node.tag.getText(file)) : undefined;
    if (shorter === undefined) return ts.forEachChild(node, visit);
    if (ts.isNoSubstitutionTemplateLiteral(node.template)) return keep(node.template, shorter);
    keep(node.template.head, shorter);
    for (const { expression, literal } of node.template.templateSpans) {
      visit(expression);
      keep(literal, shorter);
    }
  };
  visit(file);
  return pieces.join('') + source.slice(end);
}

module.exports = { shortenTemplates };
