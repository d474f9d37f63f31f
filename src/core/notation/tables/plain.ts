import type { Reader } from '../notation';
import { readSeparated } from './rows';

/** Reads numbers that blanks separate, a row a line; one number a line is one dimension. A lone number is no table. */
export const readPlain: Reader = (text, hint) => {
  const result = readSeparated(text, hint, 'plain', 0, false);
  return result?.ok === true && result.array.data.length === 1 ? undefined : result;
};
