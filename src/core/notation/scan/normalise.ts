import { asciiBytes } from './asciiBytes';

const escape = new RegExp(`${String.fromCharCode(27)}\\[[0-9;:?]{0,32}[A-Za-z]`, 'g');
const fullWidth = /[\uff01-\uff5e]/g;
const minus = /[\u2212\u2013\ufe63]/g;
const blank = /[\u00a0\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff]/g;
const ellipsis = /[\u22ef\u22ee\u22f1]/g;

/**
 * Replaces what terminals, papers and input methods put into numbers by what programs write: Unicode minus, blanks
 * of every width, full-width digits, ANSI colour codes (by blanks). The length stays, so every offset does too.
 * `bytes` is the result as `asciiBytes` gives it.
 */
export function normalise(text: string): { readonly plain: string; readonly bytes: Uint8Array | undefined } {
  const bytes = asciiBytes(text);
  if (bytes !== undefined && !text.includes('\x1b')) return { plain: text, bytes };
  const plain = text
    .replace(escape, (code) => ' '.repeat(code.length))
    .replace(fullWidth, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replace(minus, '-')
    .replace(blank, ' ')
    .replace(ellipsis, '\u2026');
  return { plain, bytes: asciiBytes(plain) };
}
