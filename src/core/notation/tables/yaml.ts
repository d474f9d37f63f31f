import type { Reader } from '../notation';
import { maximumDepth } from '../build/arrayBuilder';
import { CellReader } from './cells';
import { cell } from './lines';

const key = /^[\w."' -]{1,200}:$/;

/**
 * YAML block lists: `- 1`, nested as `- - 1`, under a key or without. A dash's column tells which list it continues.
 */
export const readYaml: Reader = (text, hint) => {
  const reader = new CellReader(text, hint);
  const { builder } = reader;
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
    const [one, point] = [p, text.charCodeAt(p) === 46 && /[a-z]/i.test(text.charAt(p + 1))];
    const kind = reader.look(point ? one + 1 : one, line.end);
    if (kind === 'wrong' && builder.length === 0) return undefined;
    if (point && kind === 'number') builder.value(reader.value, one, line.end);
    else reader.take(kind);
    end = line.end;
  }
  if (builder.length < 2) return undefined;
  while (columns.pop() !== undefined) builder.close(end);
  return reader.finish('yaml', 'float64', begin, end);
};
