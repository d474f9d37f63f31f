import type { Reader } from '../notation';
import { problem } from '../problems';
import { readSeparated } from './rows';
import { countOnFirstLine, nextLine } from './separated';

const [comma, semicolon, tab] = [44, 59, 9];

/**
 * Reads lines of cells that commas or semicolons separate. With semicolons a comma is a decimal comma, where the
 * text can mean nothing else: `1,5;2;3` or more lines than one. `1,5;2,0` alone may as well be two rows, and
 * `1,234;5,678` thousands: a problem.
 */
export const readCsv: Reader = (text, hint) => {
  const sure = hint.languageId === 'csv';
  const line = nextLine(text, 0);
  if (line === undefined) return undefined;
  const below = nextLine(text, line.end + 1);
  const most = (character: number): number =>
    Math.max(
      countOnFirstLine(text, line, character),
      below === undefined ? 0 : countOnFirstLine(text, below, character),
    );
  if (most(semicolon) === 0) {
    if (most(comma) === 0 || (!sure && most(tab) > 0 && most(tab) >= most(comma))) return undefined;
    return readSeparated(text, hint, 'csv', comma, sure);
  }
  if (most(comma) === 0) return readSeparated(text, hint, 'csv', semicolon, sure);
  const cells = text.slice((below ?? line).start, Math.min((below ?? line).end, line.start + 20_000)).split(';');
  if (cells.some((cell) => /,[^,]*,/.test(cell))) {
    return readSeparated(text.replaceAll(';', '\n'), hint, 'csv', comma, sure);
  }
  if (!cells.some((cell) => /\d,\d|^\s*[-+]?,\d/.test(cell))) return undefined;
  const alone = below === undefined && cells.every((cell) => cell.includes(','));
  const thousands = cells.every((cell) => !cell.includes(',') || /^\s*[-+]?[1-9]\d{0,2},\d{3}\s*$/.test(cell));
  if (alone || thousands || cells.some((cell) => cell.includes('.'))) {
    const at = text.indexOf(',', line.start);
    const numeric = /^[-+\d\s.,;eE]*$/.test(text.slice(line.start, Math.min(line.end, line.start + 20_000)));
    return numeric ? { ok: false, problems: [problem('decimal-comma', at, 1)] } : undefined;
  }
  return readSeparated(text.replaceAll(',', '.'), hint, 'csv', semicolon, sure);
};
