import { maximumDepth } from '../build/arrayBuilder';
import { NumberScanner } from '../lexis/number';
import { constantValue, constructorOf, isMissing } from '../lexis/words';
import type { DictNode, ListNode, Node } from './node';

/** one open bracket: what it has so far, and the key that waits for its value */
interface Frame {
  readonly close: string;
  readonly call: string | undefined;
  readonly start: number;
  readonly items: Node[];
  readonly entries: DictNode['entries'];
  key: string | undefined;
  /** a value stands since the last comma */
  filled: boolean;
}

const closers: Readonly<Record<string, string>> = { '[': ']', '{': '}', '(': ')' };
/** keys whose lists of numbers are no rows: the bytes of a token, a shape, places in a text */
const listKeys = new Set(['bytes', 'dims', 'shape', 'size', 'text_offset', 'offset', 'span', 'data', 'values']);
const name = /[A-Za-z_][\w.]{0,80}/y;

/**
 * Parses the literal that begins at `start`: lists, tuples, dictionaries, objects, calls with named arguments, strings
 * and numbers. Undefined for anything else, and for lists of bare numbers, which are arrays without names.
 */
export function parse(text: string, start: number): Node | undefined {
  const scanner = new NumberScanner(text);
  const stack: Frame[] = [];
  let call: string | undefined;
  let callStart = start;
  for (let p = start; p < text.length;) {
    const c = text.charAt(p);
    const top = stack.at(-1);
    if (c <= ' ') {
      p++;
      continue;
    }
    let node: Node | undefined;
    const close = closers[c];
    if (close !== undefined) {
      if (stack.length >= maximumDepth || top?.filled === true || (call !== undefined && c !== '(')) return undefined;
      const from = call === undefined ? p : callStart;
      stack.push({ close, call, start: from, items: [], entries: [], key: undefined, filled: false });
      call = undefined;
      p++;
      continue;
    }
    if (call !== undefined) return undefined;
    if (c === top?.close) {
      stack.pop();
      node = closed(top, p + 1, stack.at(-1)?.key);
      if (node === undefined) return undefined;
      p++;
    } else if (c === ',') {
      if (top?.filled !== true) return undefined;
      top.filled = false;
      p++;
      continue;
    } else if (c === ':' || (c === '=' && text.charAt(p + 1) !== '=')) {
      const key = top?.items.pop();
      if (top === undefined || !top.filled || key === undefined || top.key !== undefined) return undefined;
      if (key.kind !== 'string' && key.kind !== 'number' && key.kind !== 'other') return undefined;
      top.key = key.kind === 'string' ? key.text : text.slice(key.start, key.end);
      top.filled = false;
      p++;
      continue;
    } else if (c === '"' || c === "'" || c === '`') {
      let q = p + 1;
      while (q < text.length && text.charAt(q) !== c) q += text.charAt(q) === '\\' ? 2 : 1;
      if (q >= text.length) return undefined;
      node = { kind: 'string', start: p, end: q + 1, text: text.slice(p + 1, q).replace(/\\(["'`\\])/g, '$1') };
      p = q + 1;
    } else {
      const sign = c === '-' || c === '+' ? 1 : 0;
      const first = text.charCodeAt(p + sign);
      if ((first >= 48 && first <= 57) || (first === 46 && /\d/.test(text.charAt(p + sign + 1)))) {
        scanner.scan(p + sign);
        if (scanner.trouble !== '') return undefined;
        const { decimals, significant, end } = scanner;
        const value = c === '-' ? -scanner.value : scanner.value;
        const dtype = scanner.dtype === '' ? undefined : scanner.dtype;
        node = { kind: 'number', start: p, end, value, decimals, significant, dtype, missing: false };
        p = end;
      } else {
        name.lastIndex = p + sign;
        const word = name.exec(text)?.[0];
        if (word === undefined) return undefined;
        const end = p + sign + word.length;
        if (text.charAt(end) === '(') {
          [call, callStart, p] = [word, p, end];
          continue;
        }
        const missing = isMissing(word);
        const value = missing ? NaN : constantValue(word);
        node =
          value === undefined || text.charAt(end) === '='
            ? { kind: 'other', start: p, end }
            : {
                kind: 'number',
                start: p,
                end,
                value: c === '-' ? -value : value,
                decimals: 0,
                significant: 0,
                dtype: undefined,
                missing,
              };
        p = end;
      }
    }
    const parent = stack.at(-1);
    if (parent === undefined) return node;
    if (parent.filled) return undefined;
    parent.filled = true;
    if (parent.key === undefined) parent.items.push(node);
    else parent.entries.push({ key: parent.key, node });
    parent.key = undefined;
  }
  return undefined;
}

/** What a closed bracket is: a number for `np.float32(0.5)`; undefined where this is no literal with names. */
function closed(frame: Frame, end: number, key: string | undefined): Node | undefined {
  const { items, entries, call, start } = frame;
  if (frame.key !== undefined) return undefined;
  const [only] = items;
  if (call !== undefined && entries.length === 0 && items.length === 1) {
    if (only!.kind === 'number') return { ...only!, dtype: constructorOf(call)?.dtype ?? only!.dtype, end, start };
    return only!.kind === 'list' || only!.kind === 'dict' ? { ...only!, start, end } : { kind: 'other', start, end };
  }
  if (entries.length > 0) {
    // further arguments of a constructor: tensor(0.5, grad_fn=…)
    if (call !== undefined && items.length === 1 && only!.kind === 'number') return { ...only!, start, end };
    return items.length > 0 ? undefined : ({ kind: 'dict', entries, start, end } satisfies DictNode);
  }
  const bare = items.length > 0 && items.every((item) => item.kind === 'number');
  if (bare && (key === undefined || !listKeys.has(key))) return undefined;
  return { kind: 'list', items, start, end } satisfies ListNode;
}
