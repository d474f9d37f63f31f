import type { SyntaxNode } from '@lezer/common';
import { PyError, type Value } from '../value';
import { kids, textOf, type Context, type Eval } from './context';

export function numberLiteral(context: Context, node: SyntaxNode): Eval {
  const text = textOf(context, node).replaceAll('_', '').toLowerCase();
  let value: Value;
  if (text.startsWith('0x') || text.startsWith('0b') || text.startsWith('0o')) value = BigInt(text);
  else if (text.endsWith('j')) value = { kind: 'complex', re: 0, im: Number(text.slice(0, -1)) };
  else if (text.includes('.') || text.includes('e')) value = Number(text);
  else value = text.length > 4300 ? 0n : BigInt(text);
  return () => value;
}

const simple: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
  '\n': '',
};

/** A string's letters with its escapes read. */
export function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const letter = text[i]!;
    if (letter !== '\\' || i + 1 >= text.length) {
      out += letter;
      continue;
    }
    const next = text[++i]!;
    const plain = simple[next];
    if (plain !== undefined) out += plain;
    else if (next === 'x' || next === 'u' || next === 'U') {
      const length = next === 'x' ? 2 : next === 'u' ? 4 : 8;
      const code = Number.parseInt(text.slice(i + 1, i + 1 + length), 16);
      out += Number.isNaN(code) || code > 0x10ffff ? '' : String.fromCodePoint(code);
      i += length;
    } else if (next >= '0' && next <= '7') {
      let digits = next;
      while (digits.length < 3 && text[i + 1]! >= '0' && text[i + 1]! <= '7') digits += text[++i]!;
      out += String.fromCharCode(Number.parseInt(digits, 8));
    } else out += `\\${next}`;
  }
  return out;
}

function frameOf(text: string): { prefix: string; quote: number } {
  let i = 0;
  while (i < text.length && text[i] !== '"' && text[i] !== "'") i++;
  const long = text.slice(i, i + 3);
  return { prefix: text.slice(0, i).toLowerCase(), quote: long === '"""' || long === "'''" ? 3 : 1 };
}

/** The value of a String node. */
export function stringValue(text: string): Value {
  const { prefix, quote } = frameOf(text);
  const inside = text.slice(prefix.length + quote, -quote);
  const letters = prefix.includes('r') ? inside : unescaped(inside);
  if (!prefix.includes('b')) return letters;
  return { kind: 'bytes', data: Uint8Array.from(letters, (letter) => letter.charCodeAt(0)) };
}

export function stringLiteral(context: Context, node: SyntaxNode): Eval {
  const value = stringValue(textOf(context, node));
  return () => value;
}

export function continuedString(context: Context, node: SyntaxNode): Eval {
  const parts = kids(node).map((child) => context.expression(child));
  return (frame) => parts.map((part) => part(frame) as string).join('');
}

/** `f'{x!r:>{width}}'` */
export function formatString(context: Context, node: SyntaxNode): Eval {
  const { prefix, quote } = frameOf(textOf(context, node));
  const raw = prefix.includes('r');
  return pieces(context, node, node.from + prefix.length + quote, node.to - quote, (text) => {
    const letters = raw ? text : unescaped(text);
    return letters.replaceAll('{{', '{').replaceAll('}}', '}');
  });
}

function pieces(context: Context, node: SyntaxNode, from: number, to: number, literal: (text: string) => string): Eval {
  const parts: (string | Eval)[] = [];
  let at = from;
  for (const child of node.getChildren('FormatReplacement')) {
    if (child.from > at) parts.push(literal(context.text.slice(at, child.from)));
    parts.push(replacement(context, child));
    at = child.to;
  }
  if (to > at) parts.push(literal(context.text.slice(at, to)));
  return (frame) => {
    let out = '';
    for (const part of parts) {
      const piece = typeof part === 'string' ? part : part(frame);
      if (typeof piece !== 'string') return piece;
      out += piece;
    }
    return out;
  };
}

function replacement(context: Context, node: SyntaxNode): Eval {
  const { runtime } = context;
  const children = kids(node);
  const special = new Set(['{', '}', 'FormatSelfDoc', 'FormatConversion', 'FormatSpec']);
  const value = context.expressions(children.filter((child) => !special.has(child.name)));
  const doc = children.find((child) => child.name === 'FormatSelfDoc');
  const conversionNode = children.find((child) => child.name === 'FormatConversion');
  const specNode = children.find((child) => child.name === 'FormatSpec');
  const label = doc === undefined ? '' : context.text.slice(node.from + 1, endOfDoc(context.text, doc.to));
  let conversion = conversionNode === undefined ? '' : textOf(context, conversionNode)[1]!;
  if (doc !== undefined && conversion === '' && specNode === undefined) conversion = 'r';
  const spec =
    specNode === undefined ? undefined : pieces(context, specNode, specNode.from + 1, specNode.to, (text) => text);
  return (frame) => {
    let shown = value(frame);
    if (typeof shown === 'object' && shown?.kind === 'unknown') return shown;
    const written = spec === undefined ? '' : spec(frame);
    if (typeof written !== 'string') return written;
    runtime.at(node.from, node.to);
    if (conversion === 'r') shown = runtime.repr(shown);
    else if (conversion === 's') shown = runtime.str(shown);
    else if (conversion !== '' && conversion !== 'a') throw new PyError('SyntaxError', 'invalid conversion character');
    return label + runtime.format(shown, written);
  };
}

function endOfDoc(text: string, from: number): number {
  let end = from;
  while (text[end] === ' ') end++;
  return end;
}
