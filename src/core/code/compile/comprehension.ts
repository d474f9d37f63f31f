import type { SyntaxNode } from '@lezer/common';
import { pyIterator } from '../runtime/iterate';
import { isUnknown } from '../runtime/runtime';
import type { Unknown, Value } from '../value';
import { kids, type Context, type Eval, type Frame, type Store } from './context';

type Clause = { kind: 'for'; store: Store; source: Eval; node: SyntaxNode } | { kind: 'if'; test: Eval };

export interface Comprehension {
  readonly elements: readonly Eval[];
  readonly clauses: readonly Clause[];
}

/** Splits `element for target in source if test ...`, its variables being its own. */
export function comprehensionParts(context: Context, nodes: readonly SyntaxNode[]): Comprehension {
  const start = nodes.findIndex((node) => node.name === 'for' || node.name === 'async');
  const overlay = new Map<string, number>();
  const clauses: Clause[] = [];
  const { scope } = context;
  let i = start;
  let first = true;
  while (i < nodes.length) {
    const word = nodes[i]!.name;
    i++;
    if (word === 'for') {
      const from = i;
      while (i < nodes.length && nodes[i]!.name !== 'in') i++;
      const targets = nodes.slice(from, i);
      const sourceNode = nodes[i + 1]!;
      i += 2;
      // the first source is worked out outside
      const early = first ? context.expression(sourceNode) : undefined;
      if (first) scope.overlays.push(overlay);
      first = false;
      for (const name of targetNames(context, targets)) if (!overlay.has(name)) overlay.set(name, scope.spare());
      const source = early ?? context.expression(sourceNode);
      clauses.push({ kind: 'for', store: context.storeAll(targets), source, node: sourceNode });
    } else if (word === 'if') {
      clauses.push({ kind: 'if', test: context.expression(nodes[i]!) });
      i++;
    }
  }
  const elements = nodes
    .slice(0, start)
    .filter((node) => node.name !== ':')
    .map((node) => context.expression(node));
  if (!first) scope.overlays.pop();
  return { elements, clauses };
}

function targetNames(context: Context, targets: readonly SyntaxNode[]): string[] {
  const names: string[] = [];
  const waiting = [...targets];
  while (waiting.length > 0) {
    const node = waiting.pop()!;
    if (node.name === 'VariableName') names.push(context.text.slice(node.from, node.to));
    else if (node.name !== 'MemberExpression') waiting.push(...kids(node));
  }
  return names;
}

/** Runs the clauses; what is unknown in them ends all. */
function* run(
  context: Context,
  parts: Comprehension,
  frame: Frame,
  from = 0,
): Generator<null, Unknown | undefined, undefined> {
  const { runtime } = context;
  const clause = parts.clauses[from];
  if (clause === undefined) {
    yield null;
    return undefined;
  }
  if (clause.kind === 'if') {
    const test = clause.test(frame);
    if (isUnknown(test)) return test;
    return runtime.truth(test) ? yield* run(context, parts, frame, from + 1) : undefined;
  }
  const source = clause.source(frame);
  if (isUnknown(source)) return source;
  runtime.at(clause.node.from, clause.node.to);
  for (const item of runtime.iterate(source)) {
    runtime.spend(1);
    clause.store(frame, item);
    const found = yield* run(context, parts, frame, from + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Calls `each` for every element; gives what is unknown in the clauses, if anything. */
function collect(
  context: Context,
  parts: Comprehension,
  frame: Frame,
  each: () => void,
  from = 0,
): Unknown | undefined {
  const { runtime } = context;
  const clause = parts.clauses[from];
  if (clause === undefined) {
    each();
    return undefined;
  }
  if (clause.kind === 'if') {
    const test = clause.test(frame);
    if (isUnknown(test)) return test;
    return runtime.truth(test) ? collect(context, parts, frame, each, from + 1) : undefined;
  }
  const source = clause.source(frame);
  if (isUnknown(source)) return source;
  runtime.at(clause.node.from, clause.node.to);
  for (const item of runtime.iterate(source)) {
    runtime.spend(1);
    clause.store(frame, item);
    const found = collect(context, parts, frame, each, from + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

export function listComprehension(context: Context, node: SyntaxNode): Eval {
  const parts = comprehensionParts(context, kids(node).slice(1, -1));
  const element = parts.elements[0]!;
  const { runtime } = context;
  return (frame) => {
    const items: Value[] = [];
    const found = collect(context, parts, frame, () => {
      runtime.allocate(1);
      items.push(element(frame));
    });
    return found ?? { kind: 'list', items };
  };
}

export function setComprehension(context: Context, node: SyntaxNode): Eval {
  const parts = comprehensionParts(context, kids(node).slice(1, -1));
  const element = parts.elements[0]!;
  const { runtime } = context;
  return (frame) => {
    const entries = new Map<string, Value>();
    const found = collect(context, parts, frame, () => {
      runtime.allocate(1);
      const item = element(frame);
      const key = runtime.hashKey(item);
      if (!entries.has(key)) entries.set(key, item);
    });
    return found ?? { kind: 'set', entries };
  };
}

export function dictComprehension(context: Context, node: SyntaxNode): Eval {
  const parts = comprehensionParts(context, kids(node).slice(1, -1));
  const [key, value] = parts.elements;
  const { runtime } = context;
  return (frame) => {
    const entries = new Map<string, [Value, Value]>();
    const found = collect(context, parts, frame, () => {
      runtime.allocate(2);
      const name = key!(frame);
      const item = value!(frame);
      const old = entries.get(runtime.hashKey(name));
      if (old === undefined) entries.set(runtime.hashKey(name), [name, item]);
      else old[1] = item;
    });
    return found ?? { kind: 'dict', entries };
  };
}

export function generatorExpression(context: Context, parts: Comprehension): Eval {
  const element = parts.elements[0]!;
  return (frame) => {
    const first = parts.clauses[0];
    const source = first?.kind === 'for' ? first.source(frame) : null;
    if (isUnknown(source)) return source;
    // the first source is worked out now, the rest as values are asked for
    const begun: Comprehension =
      first?.kind === 'for'
        ? { ...parts, clauses: [{ ...first, source: () => source }, ...parts.clauses.slice(1)] }
        : parts;
    function* values(): Generator<Value, undefined> {
      const steps = run(context, begun, frame);
      for (let step = steps.next(); ; step = steps.next()) {
        if (step.done === true) {
          if (step.value !== undefined) yield step.value;
          return undefined;
        }
        yield element(frame);
      }
    }
    return pyIterator(values(), 'generator');
  };
}
