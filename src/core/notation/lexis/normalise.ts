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
  return normalisePlain(notebookLines(text));
}

function normalisePlain(text: string): { readonly plain: string; readonly bytes: Uint8Array | undefined } {
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

/** A line of a raw notebook: a JSON string that ends with an escaped line end, or the last one without. */
const quotedLine = /^[ \t]*"(?:[^"\\\n]|\\.)*\\n",?[ \t\r]*$/;
const lastLine = /^[ \t]*"(?:[^"\\\n]|\\.)*",?[ \t\r]*$/;

/**
 * The lines of a raw .ipynb, `"array([[2., 3.],\n",`, without their quotes, escapes and commas; anything else as it
 * is. Blanks take the place of what goes, so every offset stays.
 */
function notebookLines(text: string): string {
  const start = text.trimStart();
  if (!start.startsWith('"') || !text.includes('\\n"')) return text;
  const parts = text.split('\n');
  const filled = parts.filter((part) => part.trim() !== '');
  const last = filled.pop();
  if (filled.length === 0 || last === undefined || !lastLine.test(last)) return text;
  if (!filled.every((part) => quotedLine.test(part))) return text;
  return parts
    .map((part) => {
      const open = part.indexOf('"');
      const close = part.lastIndexOf('"');
      if (open < 0 || close === open) return part;
      const inner = part
        .slice(open + 1, close)
        .replace(/\\n$/, '  ')
        .replaceAll('\\"', ' "');
      return `${' '.repeat(open + 1)}${inner}${' '.repeat(part.length - close)}`;
    })
    .join('\n');
}
