import type { Tree } from '@lezer/common';

const MOST = 20;

/** The places where the grammar could not go on. */
export function syntaxErrors(tree: Tree, length: number): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  tree.iterate({
    enter(node) {
      if (found.length >= MOST) return false;
      if (node.type.isError) {
        const last = found.at(-1);
        if (last === undefined || node.from > last.end) {
          found.push({ start: node.from, end: Math.min(length, Math.max(node.to, node.from + 1)) });
        }
      }
      return undefined;
    },
  });
  return found;
}
