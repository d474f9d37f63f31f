import type { DType } from '../../array/numericArray';

interface Place {
  readonly start: number;
  end: number;
}

export interface NumberNode extends Place {
  readonly kind: 'number';
  value: number;
  readonly decimals: number;
  readonly significant: number;
  dtype: DType | undefined;
  /** `None`, `null` */
  readonly missing: boolean;
}
export interface StringNode extends Place {
  readonly kind: 'string';
  readonly text: string;
}
/** a list, a tuple, or the arguments of a call without names */
export interface ListNode extends Place {
  readonly kind: 'list';
  readonly items: Node[];
}
/** a dictionary, an object, or a call with named arguments */
export interface DictNode extends Place {
  readonly kind: 'dict';
  readonly entries: { readonly key: string; readonly node: Node }[];
}
/** true, a name, an object without a number */
interface OtherNode extends Place {
  readonly kind: 'other';
}

/** What a literal of numbers with names is made of. */
export type Node = NumberNode | StringNode | ListNode | DictNode | OtherNode;

/** How many numbers stand in a node; without recursion. */
export function numbersOf(node: Node): number {
  let count = 0;
  for (const left: Node[] = [node]; left.length > 0;) {
    const one = left.pop()!;
    if (one.kind === 'number') count++;
    else if (one.kind === 'list') left.push(...one.items);
    else if (one.kind === 'dict') for (const entry of one.entries) left.push(entry.node);
  }
  return count;
}
