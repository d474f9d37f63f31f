import type { Reader } from '../notation';
import { readSeparated } from './rows';
import { countOnFirstLine, nextLine } from './separated';

/** Reads lines of cells that tabs separate, as spreadsheets copy them. */
export const readTsv: Reader = (text, hint) => {
  const line = nextLine(text, 0);
  if (line === undefined || countOnFirstLine(text, line, 9) === 0) return undefined;
  const sure = hint.languageId === 'tsv';
  if (!sure && !/\S\t+ *\S/.test(text.slice(line.start, Math.min(line.end, line.start + 20_000)))) return undefined;
  return readSeparated(text, hint, 'tsv', 9, sure);
};
