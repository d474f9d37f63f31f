/**
 * The grammar reads `15.` as 15 and a stray point. This writes `15_`, of the same length, for the grammar only: its
 * Number nodes then stand where Python's numbers do.
 */
export function bareDecimals(text: string): string {
  const places: number[] = [];
  let i = 0;
  while (i < text.length) {
    const letter = text[i]!;
    if (letter === '#') {
      while (i < text.length && text[i] !== '\n') i++;
    } else if (letter === '"' || letter === "'") i = endOfString(text, i);
    else if (isDigit(letter)) {
      const start = i;
      while (i < text.length && (isDigit(text[i]!) || text[i] === '_')) i++;
      if (text[i] === '.' && !isDigit(text[i + 1] ?? '') && isNumberEnd(text, i + 1) && !isMember(text, start)) {
        places.push(i);
        i++;
      } else if (text[i] === '.') {
        i++;
        while (i < text.length && isDigit(text[i]!)) i++;
      }
    } else if (isWord(letter)) while (i < text.length && (isWord(text[i]!) || isDigit(text[i]!))) i++;
    else i++;
  }
  if (places.length === 0) return text;
  const parts: string[] = [];
  let from = 0;
  for (const at of places) {
    parts.push(text.slice(from, at), '_');
    from = at + 1;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

function isDigit(letter: string): boolean {
  return letter >= '0' && letter <= '9';
}

function isWord(letter: string): boolean {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || letter === '_' || letter > '\x7f';
}

/** After the point comes an exponent, a `j`, or nothing of a word. */
function isNumberEnd(text: string, at: number): boolean {
  const next = text[at] ?? '';
  if (next === 'e' || next === 'E') {
    const after = text[at + 1] ?? '';
    return isDigit(after) || ((after === '+' || after === '-') && isDigit(text[at + 2] ?? ''));
  }
  if (next === 'j' || next === 'J') return true;
  return next !== '.' && !isWord(next);
}

/** `x.1` is no number. */
function isMember(text: string, start: number): boolean {
  return text[start - 1] === '.';
}

function endOfString(text: string, start: number): number {
  const quote = text[start]!;
  const long = text.startsWith(quote.repeat(3), start);
  const end = long ? quote.repeat(3) : quote;
  let i = start + end.length;
  while (i < text.length) {
    if (text[i] === '\\') i += 2;
    else if (text.startsWith(end, i)) return i + end.length;
    else if (!long && text[i] === '\n') return i;
    else i++;
  }
  return text.length;
}
