import { PyError, type Value } from '../value';
import { formatTemplate } from '../text/formatTemplate';
import { bind } from '../runtime/native';
import type { Runtime } from '../runtime/runtime';
import { typeName } from '../runtime/typeName';
import { int, list, tuple, type Method, type Methods } from './method';

type Text = Method<string>;

/** @throws PyError TypeError */
function text(value: Value | undefined): string {
  if (typeof value === 'string') return value;
  throw new PyError('TypeError', `must be str, not ${typeName(value ?? null)}`);
}

const spaces = new Set(' \t\n\r\v\f\u00a0\u2003\u3000');

function strip(from: string, letters: Value | undefined, left: boolean, right: boolean): string {
  const set = typeof letters === 'string' ? new Set(letters) : spaces;
  let start = 0;
  let end = from.length;
  if (left) while (start < end && set.has(from[start]!)) start++;
  if (right) while (end > start && set.has(from[end - 1]!)) end--;
  return from.slice(start, end);
}

function words(text: string, most: number): string[] {
  const found: string[] = [];
  let i = 0;
  for (;;) {
    while (i < text.length && spaces.has(text[i]!)) i++;
    if (i >= text.length) return found;
    if (most >= 0 && found.length === most) {
      found.push(strip(text.slice(i), undefined, false, true));
      return found;
    }
    let end = i;
    while (end < text.length && !spaces.has(text[end]!)) end++;
    found.push(text.slice(i, end));
    i = end;
  }
}

function split(from: string, separator: Value | undefined, most: number): string[] {
  if (separator === undefined || separator === null) return words(from, most);
  if (separator === '') throw new PyError('ValueError', 'empty separator');
  const parts = from.split(text(separator));
  if (most < 0 || parts.length <= most + 1) return parts;
  return [...parts.slice(0, most), parts.slice(most).join(text(separator))];
}

function affix(given: Value, test: (part: string) => boolean): boolean {
  if (typeof given === 'object' && given?.kind === 'tuple') return given.items.some((one) => affix(one, test));
  return test(text(given));
}

function padded(text: string, args: readonly Value[], side: 'left' | 'right' | 'both', runtime: Runtime): string {
  const fill = (args[1] ?? ' ') as string;
  const missing = Math.max(0, Number(args[0]) - Array.from(text).length);
  runtime.allocate(missing / 8);
  if (side === 'left') return fill.repeat(missing) + text;
  if (side === 'right') return text + fill.repeat(missing);
  const width = Number(args[0]);
  const left = Math.floor(missing / 2) + (missing & width & 1);
  return fill.repeat(left) + text + fill.repeat(missing - left);
}

const every =
  (test: (letter: string) => boolean): Text =>
  (self) =>
    self !== '' && Array.from(self).every(test);
const isLetter = (letter: string): boolean => letter.toLowerCase() !== letter.toUpperCase() || /\p{L}/u.test(letter);
const isDigit = (letter: string): boolean => letter >= '0' && letter <= '9';

function find(self: string, args: readonly Value[], last: boolean): number {
  const from = args[1] === undefined || args[1] === null ? 0 : Number(args[1]);
  const to = args[2] === undefined || args[2] === null ? self.length : Number(args[2]);
  const part = self.slice(from, to);
  const at = last ? part.lastIndexOf(text(args[0])) : part.indexOf(text(args[0]));
  const start = from < 0 ? Math.max(0, from + self.length) : from;
  return at < 0 ? -1 : at + start;
}

function title(text: string): string {
  let out = '';
  let inside = false;
  for (const letter of text) {
    out += inside ? letter.toLowerCase() : letter.toUpperCase();
    inside = isLetter(letter);
  }
  return out;
}

function join(self: string, args: readonly Value[], runtime: Runtime): string {
  const parts: string[] = [];
  for (const item of runtime.iterate(args[0]!)) {
    if (typeof item !== 'string') {
      throw new PyError('TypeError', `sequence item ${parts.length}: expected str instance, ${typeName(item)} found`);
    }
    parts.push(item);
    runtime.allocate(item.length / 64);
  }
  return parts.join(self);
}

export const stringMethods: Methods<string> = new Map<string, Text>([
  ['format', (self, args, keywords, runtime) => formatTemplate(self, args, keywords, runtime)],
  ['join', (self, args, _, runtime) => join(self, args, runtime)],
  [
    'split',
    (self, args, keywords) => {
      const [separator, most] = bind('split', ['sep', 'maxsplit'], args, keywords);
      return list(split(self, separator, most === undefined ? -1 : Number(most)));
    },
  ],
  [
    'rsplit',
    (self, args, keywords) => {
      const [separator, most] = bind('rsplit', ['sep', 'maxsplit'], args, keywords);
      const parts = split(self, separator, -1);
      const keep = most === undefined ? -1 : Number(most);
      if (keep < 0 || parts.length <= keep + 1) return list(parts);
      const glue = typeof separator === 'string' ? separator : ' ';
      return list([parts.slice(0, parts.length - keep).join(glue), ...parts.slice(parts.length - keep)]);
    },
  ],
  [
    'splitlines',
    (self) => {
      const lines = self.split(/\r\n|\n|\r/);
      if (lines.at(-1) === '') lines.pop();
      return list(lines);
    },
  ],
  ['strip', (self, args) => strip(self, args[0], true, true)],
  ['lstrip', (self, args) => strip(self, args[0], true, false)],
  ['rstrip', (self, args) => strip(self, args[0], false, true)],
  ['upper', (self) => self.toUpperCase()],
  ['lower', (self) => self.toLowerCase()],
  ['casefold', (self) => self.toLowerCase()],
  ['capitalize', (self) => self.slice(0, 1).toUpperCase() + self.slice(1).toLowerCase()],
  ['title', (self) => title(self)],
  ['swapcase', (self) => Array.from(self, (l) => (l === l.toUpperCase() ? l.toLowerCase() : l.toUpperCase())).join('')],
  [
    'replace',
    (self, args, _, runtime) => {
      const [from, to] = [text(args[0]), text(args[1])];
      const most = args[2] === undefined ? -1 : Number(args[2]);
      const parts = most < 0 ? self.split(from) : split(self, from, most);
      runtime.allocate((parts.length * to.length) / 8);
      return parts.join(to);
    },
  ],
  ['startswith', (self, args) => affix(args[0]!, (part) => self.startsWith(part))],
  ['endswith', (self, args) => affix(args[0]!, (part) => self.endsWith(part))],
  ['removeprefix', (self, args) => (self.startsWith(text(args[0])) ? self.slice(text(args[0]).length) : self)],
  [
    'removesuffix',
    (self, args) => {
      const end = text(args[0]);
      return end !== '' && self.endsWith(end) ? self.slice(0, -end.length) : self;
    },
  ],
  ['find', (self, args) => int(find(self, args, false))],
  ['rfind', (self, args) => int(find(self, args, true))],
  [
    'index',
    (self, args) => {
      const at = find(self, args, false);
      if (at < 0) throw new PyError('ValueError', 'substring not found');
      return int(at);
    },
  ],
  ['count', (self, args) => int(args[0] === '' ? self.length + 1 : self.split(text(args[0])).length - 1)],
  ['ljust', (self, args, _, runtime) => padded(self, args, 'right', runtime)],
  ['rjust', (self, args, _, runtime) => padded(self, args, 'left', runtime)],
  ['center', (self, args, _, runtime) => padded(self, args, 'both', runtime)],
  [
    'zfill',
    (self, args) => {
      const sign = self.startsWith('-') || self.startsWith('+') ? self[0]! : '';
      return sign + self.slice(sign.length).padStart(Number(args[0]) - sign.length, '0');
    },
  ],
  [
    'partition',
    (self, args) => {
      const at = self.indexOf(text(args[0]));
      if (at < 0) return tuple([self, '', '']);
      return tuple([self.slice(0, at), args[0]!, self.slice(at + text(args[0]).length)]);
    },
  ],
  [
    'rpartition',
    (self, args) => {
      const at = self.lastIndexOf(text(args[0]));
      if (at < 0) return tuple(['', '', self]);
      return tuple([self.slice(0, at), args[0]!, self.slice(at + text(args[0]).length)]);
    },
  ],
  ['isdigit', every(isDigit)],
  ['isnumeric', every(isDigit)],
  ['isdecimal', every(isDigit)],
  ['isalpha', every(isLetter)],
  ['isalnum', every((letter) => isLetter(letter) || isDigit(letter))],
  ['isspace', every((letter) => spaces.has(letter))],
  ['isupper', (self) => self !== self.toLowerCase() && self === self.toUpperCase()],
  ['islower', (self) => self !== self.toUpperCase() && self === self.toLowerCase()],
  ['encode', (self) => ({ kind: 'bytes', data: utf8(self) })],
]);

function utf8(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const letter of text) {
    const code = letter.codePointAt(0)!;
    const more = code < 0x80 ? 0 : code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    bytes.push(more === 0 ? code : ((0xf00 >> more) & 0xff) | (code >> (6 * more)));
    for (let i = more - 1; i >= 0; i--) bytes.push(0x80 | ((code >> (6 * i)) & 0x3f));
  }
  return Uint8Array.from(bytes);
}
