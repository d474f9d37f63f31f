import type { Reader } from '../notation';
import { readSeparated } from '../scan/separated';

/** Reads numbers that blanks separate, a row a line; one number a line is one dimension. */
export const readPlain: Reader = (text, hint) => readSeparated(text, hint, 'plain', 0, false);
