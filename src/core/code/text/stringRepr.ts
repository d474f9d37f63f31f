const named: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\\': '\\\\' };

/** A string as Python's `repr` writes it: single quotes unless it holds one and no double quote. */
export function stringRepr(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let out = quote;
  for (const letter of text) {
    const code = letter.codePointAt(0)!;
    if (letter === quote) out += `\\${letter}`;
    else if (named[letter] !== undefined) out += named[letter];
    else if (code < 32 || (code >= 127 && code < 161)) out += `\\x${code.toString(16).padStart(2, '0')}`;
    else out += letter;
  }
  return out + quote;
}
