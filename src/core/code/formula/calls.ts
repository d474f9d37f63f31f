import type { SyntaxNode } from '@lezer/common';
import type { Call } from './expression';
import type { ParsedCode } from './grammar';
import { lower } from './lower';

const isCall = (name: string): boolean => name === 'CallExpression' || name === 'NewExpression';

/** The calls that begin in a stretch of the text, outer ones before those inside them. */
export function callsIn(code: ParsedCode, from = 0, to = code.text.length): Call[] {
  const calls: Call[] = [];
  code.tree.iterate({
    from,
    to,
    enter: ({ name, node }) => {
      if (!isCall(name) || node.from < from) return;
      const expression = lower(node, code);
      if (expression.kind === 'call') calls.push(expression);
    },
  });
  return calls;
}

/** The innermost call whose name or parentheses are at the offset: within its arguments, the call that they are given to. */
export function callAt(code: ParsedCode, offset: number): Call | undefined {
  for (const side of [1, -1] as const) {
    let node: SyntaxNode | null = code.tree.resolveInner(offset, side);
    while (node !== null && !isCall(node.name)) node = node.parent;
    if (node === null) continue;
    const expression = lower(node, code);
    if (expression.kind === 'call') return expression;
  }
  return undefined;
}
