import type { Graph, Unknown, Value } from '../value';
import { isUnknown } from './runtime';

const DEEPEST = 4;

/** The first unknown in a value, looked for in lists, tuples, slices and dicts as well. */
export function firstUnknown(value: Value, depth = 0): Unknown | undefined {
  if (isUnknown(value)) return value;
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return undefined;
  switch (value.kind) {
    case 'slice':
      return firstOf([value.start, value.stop, value.step], depth);
    case 'list':
    case 'tuple':
      return firstOf(value.items, depth);
    case 'dict':
      for (const pair of value.entries.values()) {
        const found = firstUnknown(pair[1], depth + 1);
        if (found !== undefined) return found;
      }
      return undefined;
    default:
      return undefined;
  }
}

function firstOf(items: readonly Value[], depth: number): Unknown | undefined {
  for (const item of items) {
    const found = firstUnknown(item, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The unknown among these values whose history is kept, if there is one. */
export function tracedIn(values: readonly Value[]): Unknown | undefined {
  for (const value of values) if (isUnknown(value) && value.graph !== undefined) return value;
  return undefined;
}

/** What an operation makes of something unknown: unknown, with the operation added where a history is kept. */
export const derived = (from: Unknown, graph: Graph): Unknown => (from.graph === undefined ? from : { ...from, graph });

/** An unknown whose value nobody can retrace: it depends on which way the program went. */
export function withoutGraph({ kind, reason, start, end }: Unknown): Unknown {
  return { kind, reason, start, end };
}
