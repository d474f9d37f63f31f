import type { Problem } from '../problem';

/**
 * A value of a JSON text with its place. Arrays without objects inside are leaves: their numbers are read later by
 * `readArray`, so a layer of a million weights costs one node here.
 */
export interface JsonNode {
  readonly kind: 'object' | 'array' | 'string' | 'scalar';
  /** the member's name, where the value is a member of an object */
  readonly key: string | undefined;
  readonly start: number;
  /** one past the last character */
  end: number;
  readonly children: JsonNode[];
  hasObject: boolean;
}

const isSpace = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 13;

/** One past the closing quote of the string that opens at `start`, or the end of the text. */
function stringEnd(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return Math.min(at + 1, text.length);
}

/** Past white space, commas, and the comments that JSONC allows. */
function skip(text: string, start: number): number {
  let at = start;
  for (;;) {
    while (at < text.length && (isSpace(text.charCodeAt(at)) || text[at] === ',')) at++;
    if (text.startsWith('//', at)) {
      const end = text.indexOf('\n', at);
      at = end < 0 ? text.length : end;
    } else if (text.startsWith('/*', at)) {
      const end = text.indexOf('*/', at + 2);
      at = end < 0 ? text.length : end + 2;
    } else return at;
  }
}

/** The text of a string node, escapes resolved; undefined where they are not JSON's. */
export function stringValue(text: string, node: JsonNode): string | undefined {
  try {
    const value: unknown = JSON.parse(text.slice(node.start, node.end));
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The outline of a JSON text: objects with their members, arrays and their places, in one pass without recursion.
 *
 * Lenient, as the editor's own checks tell of broken JSON: stray commas are skipped. A bracket that is never closed
 * is an error.
 */
export function jsonOutline(text: string): { root: JsonNode | undefined; problems: readonly Problem[] } {
  const open: JsonNode[] = [];
  let root: JsonNode | undefined;
  let key: string | undefined;
  const attach = (node: JsonNode): void => {
    const parent = open[open.length - 1];
    if (parent === undefined) root ??= node;
    else if (parent.kind === 'object' || node.kind === 'object' || node.hasObject) parent.children.push(node);
    if (parent !== undefined && (node.kind === 'object' || node.hasObject)) parent.hasObject = true;
    key = undefined;
  };
  let at = skip(text, 0);
  while (at < text.length) {
    const character = text[at]!;
    if (character === '{' || character === '[') {
      const kind = character === '{' ? 'object' : 'array';
      open.push({ kind, key, start: at, end: at + 1, children: [], hasObject: false });
      key = undefined;
      at++;
    } else if (character === '}' || character === ']') {
      const node = open.pop();
      if (node === undefined) break;
      node.end = ++at;
      attach(node);
      if (open.length === 0) break;
    } else if (character === '"') {
      const end = stringEnd(text, at);
      const node: JsonNode = { kind: 'string', key, start: at, end, children: [], hasObject: false };
      const colon = skip(text, end);
      const parent = open[open.length - 1];
      if (parent?.kind === 'object' && key === undefined && text[colon] === ':') {
        key = stringValue(text, node) ?? '';
        at = colon + 1;
      } else {
        attach(node);
        at = end;
      }
    } else {
      const start = at;
      while (at < text.length && !isSpace(text.charCodeAt(at)) && !',]}[{":'.includes(text[at]!)) at++;
      if (at === start) at++;
      attach({ kind: 'scalar', key, start, end: at, children: [], hasObject: false });
    }
    at = skip(text, at);
  }
  const unclosed = open[open.length - 1];
  const problems: Problem[] =
    unclosed === undefined
      ? []
      : [
          {
            code: 'unclosed',
            message: `the ${unclosed.kind === 'object' ? '{' : '['} is never closed`,
            offset: unclosed.start,
            length: 1,
            severity: 'error',
            details: { bracket: unclosed.kind === 'object' ? '{' : '[' },
          },
        ];
  return { root: unclosed === undefined ? root : undefined, problems };
}
