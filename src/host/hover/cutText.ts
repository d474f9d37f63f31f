/**
 * The beginning of a long array literal, cut so that it is an array itself: after the last whole row, or after the
 * last whole number of a list, with the open brackets closed.
 *
 * @param limit characters to keep at most
 * @returns undefined where nothing whole fits
 */
export function cutText(text: string, limit: number): string | undefined {
  if (text.length <= limit) return text;
  const open: string[] = [];
  // by depth: where the last child of the bracket at that depth ended, and the brackets open then
  const cuts: { end: number; open: number }[] = [];
  let separator = 0;
  for (let i = 0; i < limit; i++) {
    const c = text[i]!;
    if (c === '[' || c === '(' || c === '{') open.push(c);
    else if (c === ']' || c === ')' || c === '}') {
      open.pop();
      cuts[open.length] ??= { end: 0, open: open.length };
      cuts[open.length]!.end = i + 1;
    } else if (c === ',' || c === ' ' || c === '\n' || c === ';') separator = i;
  }
  const firstBracket = open.length === 0 ? 0 : wrapperDepth(text, limit);
  for (let depth = firstBracket + 1; depth < cuts.length; depth++) {
    const cut = cuts[depth];
    if (cut !== undefined) return text.slice(0, cut.end) + closers(open.slice(0, cut.open));
  }
  if (separator === 0 || open.length === 0) return undefined;
  while (' ,;\n\r\t'.includes(text[separator - 1]!)) separator--;
  return text.slice(0, separator) + closers(open);
}

/** Depth of the array's own outermost bracket: 1 inside a call such as `np.array([`, else 0. */
function wrapperDepth(text: string, limit: number): number {
  let depth = 0;
  for (let i = 0; i < limit; i++) {
    const c = text[i]!;
    if (c === '(' && depth === 0) depth++;
    else if (c === '[' || c === '{') return depth;
    else if (c === '(' || (c >= '0' && c <= '9')) return 0;
  }
  return 0;
}

const closing: Readonly<Record<string, string>> = { '[': ']', '(': ')', '{': '}' };

const closers = (open: readonly string[]): string =>
  [...open]
    .reverse()
    .map((c) => closing[c]!)
    .join('');
