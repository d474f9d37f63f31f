import { problem } from '../problems';
import type { Reader, ReadHint, ReadResult } from '../notation';
import { cell, type Cell } from './lines';
import { tableOf } from './tableOf';

const begin = /\\begin\{((?:[bpvBV]|small)?matrix|array|pmatrix\*|bmatrix\*)\}(?:\{[lcr|\s]{0,100}\})?/;

/** Cells of a matrix's body: columns parted by &, rows by \\ or \cr. */
function rowsOf(text: string, start: number, end: number): Cell[][] {
  const rows: Cell[][] = [[]];
  let from = start;
  for (let p = start; p < end; p++) {
    const c = text.charCodeAt(p);
    if (c === 38) {
      rows[rows.length - 1]!.push(cellOf(text, from, p));
      from = p + 1;
    } else if (c === 92 && text.charCodeAt(p + 1) === 92) {
      rows[rows.length - 1]!.push(cellOf(text, from, p));
      rows.push([]);
      p++;
      from = p + 1;
    }
  }
  const last = cellOf(text, from, end);
  if (last.end > last.start || rows[rows.length - 1]!.length > 0) rows[rows.length - 1]!.push(last);
  return rows.filter((row) => row.length > 0);
}

/** A cell without the line ends round it. */
function cellOf(text: string, start: number, end: number): Cell {
  let from = start;
  let to = end;
  while (from < to && text.charCodeAt(from) <= 32) from++;
  while (to > from && text.charCodeAt(to - 1) <= 32) to--;
  return cell(text, from, to);
}

const number = String.raw`[-+]?(?:\d+\.?\d*|\.\d+)`;
const fraction = new RegExp(String.raw`^([-+]?)\\[dt]?frac\{(${number})\}\{(${number})\}$`);
const power = new RegExp(String.raw`^(?:(${number})\s*\\(?:cdot|times)\s*)?([-+]?)10\^\{?([-+]?\d+)\}?$`);

/** What LaTeX writes for a number: decimals, fractions, powers of ten, infinity, a name in upright letters. */
function value(text: string, one: Cell): number | undefined {
  if (one.end - one.start > 200) return undefined;
  const words = text.slice(one.start, one.end).replaceAll('{,}', '').replaceAll('\\,', '').replaceAll('$', '').trim();
  const divided = fraction.exec(words);
  if (divided !== null) return ((divided[1] === '-' ? -1 : 1) * Number(divided[2])) / Number(divided[3]);
  const scaled = power.exec(words);
  if (scaled !== null) return Number(`${scaled[1] ?? `${scaled[2] ?? ''}1`}e${scaled[3]!}`);
  if (words === '\\infty' || words === '+\\infty') return Infinity;
  if (words === '-\\infty') return -Infinity;
  if (/^\\(?:mathrm|text|mathit)\{[nN]a[nN]\}$/.test(words)) return NaN;
  return words !== '' && !Number.isNaN(Number(words)) ? Number(words) : undefined;
}

/** The inside of a matrix: `1 & 2 \\\\ 3 & 4`. */
function readBody(text: string, hint: ReadHint): ReadResult | undefined {
  if (!text.includes('&') || !text.includes('\\\\')) return undefined;
  return tableOf(text, rowsOf(text, 0, text.length), hint, {
    notation: 'latex',
    strict: false,
    number: (one) => value(text, one),
  });
}

/** A LaTeX matrix: bmatrix, pmatrix and their kin, array. */
export const readLatex: Reader = (text, hint) => {
  const opening = begin.exec(text);
  if (opening === null) return readBody(text, hint);
  const start = opening.index + opening[0].length;
  const end = text.indexOf(`\\end{${opening[1]!}}`, start);
  if (end < 0)
    return {
      ok: false,
      problems: [problem('unclosed-bracket', opening.index, opening[0].length, { bracket: opening[0] })],
    };
  const rows = rowsOf(text, start, end);
  const result = tableOf(text, rows, hint, {
    notation: 'latex',
    strict: true,
    number: (one) => value(text, one),
  });
  return result?.ok === true ? { ...result, start: opening.index, end: end + `\\end{${opening[1]!}}`.length } : result;
};
