import { finish } from '../build/finish';
import { problem, quoted } from '../problems';
import type { Reader } from '../notation';
import { ArrayBuilder, maximumDepth } from '../build/arrayBuilder';
import { cell, CellReader, isMissing } from './printedCells';

const key = /^[\w."' -]{1,200}:$/;

/**
 * YAML block lists: `- 1`, nested as `- - 1`, under a key or without. A dash's column tells which list it continues.
 */
export const readYaml: Reader = (text, hint) => {
  const builder = new ArrayBuilder(hint.ranges);
  const reader = new CellReader(text, builder);
  const columns: number[] = [];
  let begin = -1;
  let end = 0;
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const stop = newline < 0 ? text.length : newline;
    const comment = text.slice(start, stop).indexOf(' #');
    const line = cell(text, start, comment < 0 ? stop : start + comment);
    const from = start;
    start = stop + 1;
    if (line.end === line.start || text.charCodeAt(line.start) === 35) continue;
    let p = line.start;
    if (text.charCodeAt(p) !== 45 || text.charCodeAt(p + 1) > 32) {
      if (begin < 0 && line.end - line.start < 200 && key.test(text.slice(line.start, line.end))) continue;
      return undefined;
    }
    while (text.charCodeAt(p) === 45 && (p + 1 >= line.end || text.charCodeAt(p + 1) <= 32)) {
      const column = p - from;
      while (columns.length > 0 && columns[columns.length - 1]! > column) {
        columns.pop();
        builder.close(end);
      }
      if (columns.length === 0 || columns[columns.length - 1]! < column) {
        if (columns.length >= maximumDepth) return undefined;
        columns.push(column);
        builder.open(p);
      }
      if (begin < 0) begin = p;
      p++;
      while (p < line.end && text.charCodeAt(p) <= 32) p++;
    }
    if (p >= line.end) continue;
    const one = { start: p, end: line.end };
    const value = reader.number(one) ?? reader.number(special(text, one));
    if (value === undefined) {
      if (builder.length === 0) return undefined;
      const name = quoted(text, one.start, one.end);
      const code = isMissing(text, one) ? 'missing' : 'unexpected-text';
      return { ok: false, problems: [problem(code, one.start, one.end - one.start, { name, text: name })] };
    }
    builder.value(value, one.start, one.end);
    end = one.end;
  }
  if (builder.length < 2) return undefined;
  while (columns.pop() !== undefined) builder.close(end);
  return finish(builder, 'yaml', 'float64', begin, end, [], hint);
};

/** `.nan` and `.inf` without their point. */
function special(text: string, one: { start: number; end: number }): { start: number; end: number } {
  return text.charCodeAt(one.start) === 46 ? { start: one.start + 1, end: one.end } : one;
}
