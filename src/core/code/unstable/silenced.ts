import type { Remark } from './remark';

/**
 * The comment that silences remarks on its line, or on the next when it stands alone: `activation-lens: ignore`, or
 * `activation-lens: ignore naive-softmax, log-softmax` for some rules only.
 */
const SILENCE = /activation-lens:\s*ignore\b([ \t,a-z0-9-]*)/;

/** Those of the remarks that no comment silences. */
export function withoutSilenced(remarks: readonly Remark[], text: string): Remark[] {
  if (!SILENCE.test(text)) return [...remarks];
  return remarks.filter(({ id, start }) => {
    const lineStart = text.lastIndexOf('\n', start - 1) + 1;
    const before = text.slice(text.lastIndexOf('\n', lineStart - 2) + 1, lineStart);
    const line = text.slice(lineStart, endOfLine(text, start));
    return !silences(line, id) && !(/^\s*(#|\/\/|\/\*)/.test(before) && silences(before, id));
  });
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function silences(line: string, id: string): boolean {
  const match = SILENCE.exec(line);
  if (match === null) return false;
  const named = match[1]!.split(/[\s,]+/).filter((word) => word !== '');
  return named.length === 0 || named.includes(id);
}
