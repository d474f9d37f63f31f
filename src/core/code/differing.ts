import { DIFFERS } from './runtime/interpreter';
import type { CodeStep, CodeValue, WorkedOut } from './workedOut';

function sameItems(one: readonly CodeValue[], other: readonly CodeValue[]): boolean {
  return one.length === other.length && one.every((item, i) => sameValue(item, other[i]!));
}

function sameNumbers(one: ArrayLike<number>, other: ArrayLike<number>): boolean {
  if (one.length !== other.length) return false;
  for (let i = 0; i < one.length; i++) if (!Object.is(one[i], other[i])) return false;
  return true;
}

/** Whether two values of two runs are the same, down to the last bit. */
export function sameValue(one: CodeValue, other: CodeValue): boolean {
  if (one.kind !== other.kind) return false;
  switch (one.kind) {
    case 'array': {
      const { array, type } = other as typeof one;
      return one.type === type && sameNumbers(one.array.shape, array.shape) && sameNumbers(one.array.data, array.data);
    }
    case 'number': {
      const { value, type, exact } = other as typeof one;
      return one.type === type && one.exact === exact && Object.is(one.value, value);
    }
    case 'boolean':
    case 'string':
      return one.value === (other as typeof one).value;
    case 'list':
    case 'tuple':
      return sameItems(one.items, (other as typeof one).items);
    case 'dict': {
      const { entries } = other as typeof one;
      return (
        one.entries.length === entries.length &&
        one.entries.every(([key, item], i) => key === entries[i]![0] && sameValue(item, entries[i]![1]))
      );
    }
    default:
      return true;
  }
}

/** The value where it is the same in every run, else unknown; lists keep the items that are. */
function marked(value: CodeValue, other: CodeValue | undefined, start: number, end: number): CodeValue {
  if (value.kind === 'unknown' || (other !== undefined && sameValue(value, other))) return value;
  if ((value.kind === 'list' || value.kind === 'tuple') && other?.kind === value.kind) {
    if (value.items.length === other.items.length) {
      const items = value.items.map((item, i) => marked(item, other.items[i], start, end));
      if (items.some((item) => item.kind !== 'unknown')) return { kind: value.kind, items };
    }
  }
  if (value.kind === 'dict' && other?.kind === 'dict') {
    const have = new Map(other.entries);
    const entries = value.entries.map(([key, item]) => [key, marked(item, have.get(key), start, end)] as const);
    if (entries.some(([, item]) => item.kind !== 'unknown')) return { kind: 'dict', entries };
  }
  return { kind: 'unknown', reason: DIFFERS, start, end, example: value };
}

/**
 * Of a program that draws unseeded random numbers: what two runs with two streams agree on stays; what they differ in
 * is unknown, with the value of the first run as an example.
 */
export function markDiffering(first: WorkedOut, second: WorkedOut): WorkedOut {
  const drawn = first.problems.find((problem) => problem.code === 'code.unseeded');
  const places = new Map<string, CodeStep>();
  for (const step of first.steps) if (step.name !== undefined) places.set(step.name, step);
  const variables = new Map<string, CodeValue>();
  for (const [name, value] of first.variables) {
    const at = places.get(name);
    const start = at?.start ?? drawn?.offset ?? 0;
    const end = at?.end ?? start + (drawn?.length ?? 0);
    variables.set(name, marked(value, second.variables.get(name), start, end));
  }
  const steps = first.steps.map((step, i) => {
    const other = second.steps[i];
    const met = other?.start === step.start && other.name === step.name ? other.value : undefined;
    return { ...step, value: marked(step.value, met, step.start, step.end) };
  });
  return { ...first, variables, steps };
}
