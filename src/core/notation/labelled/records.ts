import type { DictNode, ListNode, Node, NumberNode } from './node';

/** Numbers with the names of their entries, as a literal gives them. */
export interface Labelled {
  readonly numbers: readonly NumberNode[];
  readonly shape: readonly number[];
  readonly labels: readonly (readonly string[] | undefined)[];
}

/** numbers that tell which entry it is, and no value of it */
const identifying = new Set(
  'rank index id class_id classId token token_id tokenId start end step offset bytes'.split(' '),
);
/** the keys of names, the best first */
const naming = 'decoded_token token_str token label class className class_name name text word category'.split(' ');

interface Entry {
  readonly name: string | undefined;
  readonly columns: readonly string[];
  readonly numbers: readonly NumberNode[];
}

/** One entry from `{'label': 'cat', 'score': 0.9}`. */
function ofRecord({ entries }: DictNode, key: string | undefined): Entry | undefined {
  const numeric = entries.filter(({ node }) => node.kind === 'number');
  const values = numeric.filter((entry) => !identifying.has(entry.key));
  const texts = entries.filter(({ node }) => node.kind === 'string');
  const named =
    naming.map((one) => texts.find((entry) => entry.key === one)).find((one) => one !== undefined) ?? texts[0];
  const name = named?.node.kind === 'string' ? named.node.text : key;
  const chosen = values.length > 0 ? values : numeric;
  if (chosen.length === 0) return undefined;
  return { name, columns: chosen.map((entry) => entry.key), numbers: chosen.map(({ node }) => node as NumberNode) };
}

/** One entry from `('cat', 0.9)` or `('n02123045', 'tabby', 0.9)`: the last of several names is the readable one. */
function ofTuple({ items }: ListNode): Entry | undefined {
  const numbers = items.filter((item) => item.kind === 'number');
  const texts = items.filter((item) => item.kind === 'string');
  if (numbers.length === 0 || texts.length === 0 || numbers.length + texts.length !== items.length) return undefined;
  return { name: texts.at(-1)!.text, columns: numbers.map((_, k) => String(k)), numbers };
}

/** Entries of the same form as one array: a row each where they have several numbers. */
function together(entries: readonly (Entry | undefined)[]): Labelled | undefined {
  const columns = entries[0]?.columns;
  if (columns === undefined || columns.length === 0) return undefined;
  if (!entries.every((one): one is Entry => one?.columns.join('\0') === columns.join('\0'))) return undefined;
  const names = entries.every(({ name }) => name !== undefined) ? entries.map(({ name }) => name!) : undefined;
  const numbers = entries.flatMap((one) => one.numbers);
  if (columns.length === 1) return { numbers, shape: [entries.length], labels: [names] };
  const counted = columns.every((name, k) => name === String(k));
  return { numbers, shape: [entries.length, columns.length], labels: [names, counted ? undefined : columns] };
}

/** Rows of entries, one array each, as one array; names stay where every row has the same. */
function stacked(rows: readonly (Labelled | undefined)[]): Labelled | undefined {
  const [first] = rows;
  if (first === undefined || !rows.every((row): row is Labelled => row?.shape.join() === first.shape.join()))
    return undefined;
  if (rows.length === 1) return first;
  const labels = first.labels.map((names, axis) =>
    rows.every((row) => row.labels[axis]?.join('\0') === names?.join('\0')) ? names : undefined,
  );
  return {
    numbers: rows.flatMap((row) => row.numbers),
    shape: [rows.length, ...first.shape],
    labels: [undefined, ...labels],
  };
}

/** What one level of brackets gives: entries, or a dictionary of numbers. */
function level(node: Node, inner = true): Labelled | undefined {
  if (node.kind === 'dict') {
    const { entries } = node;
    if (entries.every((entry) => entry.node.kind === 'number')) {
      if (entries.length < 2 && inner) return undefined;
      const numbers = entries.map((entry) => entry.node as NumberNode);
      return { numbers, shape: [numbers.length], labels: [entries.map(({ key }) => key)] };
    }
    return together(entries.map((entry) => (entry.node.kind === 'dict' ? ofRecord(entry.node, entry.key) : undefined)));
  }
  if (node.kind !== 'list' || node.items.length === 0) return undefined;
  const { items } = node;
  const [first] = items;
  if (items.length === 1 && first!.kind === 'dict') {
    const top = first!.entries.find(({ key }) => key === 'top_logprobs');
    if (top !== undefined) return level(top.node);
  }
  // [{' Hello': -0.3, ' Hi': -1.2}]: a dictionary of numbers at each place
  const numbers = items.map((item) => (item.kind === 'dict' && item.entries.length > 1 ? level(item) : undefined));
  const named = items.some(
    (item) => item.kind === 'dict' && item.entries.some(({ node: one }) => one.kind === 'string'),
  );
  const fields =
    items.length > 1 && numbers[0]?.labels[0]?.some((key) => naming.includes(key) || identifying.has(key)) === true;
  if (!named && !fields && numbers.every((one) => one !== undefined)) return stacked(numbers);
  return together(
    items.map((item) =>
      item.kind === 'dict' ? ofRecord(item, undefined) : item.kind === 'list' ? ofTuple(item) : undefined,
    ),
  );
}

/**
 * The array that a literal with names means, or undefined. Objects round it are entered where one member alone holds
 * entries (`{"logprobs": {"content": […]}}`).
 */
export function labelledOf(node: Node): Labelled | undefined {
  for (let here: Node | undefined = node, depth = 0; here !== undefined && depth < 64; depth++) {
    const found = level(here, depth > 0);
    if (found !== undefined) return found;
    if (here.kind === 'list') {
      const rows = here.items.map((item) => level(item));
      const whole = rows.length > 0 ? stacked(rows) : undefined;
      if (whole !== undefined) return whole;
    }
    const inside: readonly Node[] =
      here.kind === 'dict' ? here.entries.map((entry) => entry.node) : here.kind === 'list' ? here.items : [];
    const holders: readonly Node[] = inside.filter(
      (one) =>
        one.kind === 'dict' ||
        (one.kind === 'list' && one.items.some(({ kind }) => kind === 'dict' || kind === 'list')),
    );
    here = holders.length === 1 ? holders[0] : undefined;
  }
  return undefined;
}
