import { PyError, type Value } from '../value';
import type { Runtime } from '../runtime/runtime';

/** `'{0:>{width}} {name!r}'.format(...)` */
export function formatTemplate(
  template: string,
  args: readonly Value[],
  keywords: ReadonlyMap<string, Value>,
  runtime: Runtime,
): string {
  let automatic = 0;
  const field = (name: string): Value => {
    const end = name.search(/[.[]/);
    const head = end < 0 ? name : name.slice(0, end);
    let value: Value | undefined;
    if (head === '') value = args[automatic++];
    else if (/^\d+$/.test(head)) value = args[Number(head)];
    else {
      value = keywords.get(head);
      if (value === undefined) throw new PyError('KeyError', `'${head}'`);
    }
    if (value === undefined) {
      const index = head === '' ? automatic - 1 : head;
      throw new PyError('IndexError', `Replacement index ${index} out of range for positional args tuple`);
    }
    return end < 0 ? value : follow(value, name.slice(end), runtime);
  };
  const expand = (text: string, depth: number): string => {
    let out = '';
    let i = 0;
    while (i < text.length) {
      const letter = text[i]!;
      if ((letter === '{' || letter === '}') && text[i + 1] === letter && depth === 0) {
        out += letter;
        i += 2;
      } else if (letter === '}') {
        throw new PyError('ValueError', "Single '}' encountered in format string");
      } else if (letter === '{') {
        const end = closing(text, i);
        const inside = text.slice(i + 1, end);
        const colon = inside.indexOf(':');
        const spec = colon < 0 ? '' : inside.slice(colon + 1);
        let name = colon < 0 ? inside : inside.slice(0, colon);
        const bang = name.indexOf('!');
        const conversion = bang < 0 ? '' : name.slice(bang + 1);
        if (bang >= 0) name = name.slice(0, bang);
        const value = field(name);
        const made = conversion === 'r' ? runtime.repr(value) : conversion === 's' ? runtime.str(value) : value;
        out += runtime.format(made, depth < 2 ? expand(spec, depth + 1) : spec);
        i = end + 1;
      } else {
        out += letter;
        i++;
      }
    }
    return out;
  };
  return expand(template, 0);
}

function closing(text: string, open: number): number {
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    if (text[i] === '{') depth++;
    else if (text[i] === '}' && --depth === 0) return i;
  }
  throw new PyError('ValueError', "Single '{' encountered in format string");
}

/** `.name[key]` after a field's name */
function follow(start: Value, path: string, runtime: Runtime): Value {
  let value = start;
  let i = 0;
  while (i < path.length) {
    if (path[i] === '[') {
      const end = path.indexOf(']', i);
      if (end < 0) throw new PyError('ValueError', "Missing ']' in format string");
      const key = path.slice(i + 1, end);
      value = runtime.getItem(value, /^\d+$/.test(key) ? BigInt(key) : key);
      i = end + 1;
    } else {
      let end = i + 1;
      while (end < path.length && path[end] !== '.' && path[end] !== '[') end++;
      value = runtime.attribute(value, path.slice(i + 1, end));
      i = end;
    }
  }
  return value;
}
