import type { SyntaxNode } from '@lezer/common';

/** The names of one function, class body or the whole text, each with its slot. */
export class Scope {
  readonly slots = new Map<string, number>();
  readonly globals = new Set<string>();
  readonly nonlocals = new Set<string>();
  /** comprehension variables that are visible now, innermost last */
  readonly overlays: Map<string, number>[] = [];
  size = 0;

  constructor(
    readonly kind: 'module' | 'function' | 'class',
    readonly parent: Scope | undefined,
  ) {}

  declare(name: string): number {
    let slot = this.slots.get(name);
    if (slot === undefined) {
      slot = this.size++;
      this.slots.set(name, slot);
    }
    return slot;
  }

  /** A slot without a name that can be looked up. */
  spare(): number {
    return this.size++;
  }

  own(name: string): number | undefined {
    for (let i = this.overlays.length - 1; i >= 0; i--) {
      const slot = this.overlays[i]!.get(name);
      if (slot !== undefined) return slot;
    }
    return this.kind === 'module' ? undefined : this.slots.get(name);
  }
}

/** Where a name lives: a slot so many frames out, or undefined for a global. */
export function resolve(scope: Scope, name: string): { depth: number; slot: number } | undefined {
  let depth = 0;
  for (let one: Scope | undefined = scope; one !== undefined; one = one.parent, depth++) {
    if (depth === 0 && one.globals.has(name)) return undefined;
    const hidden = one.kind === 'class' && depth > 0;
    const slot = hidden ? undefined : one.own(name);
    if (slot !== undefined) return { depth, slot };
  }
  return undefined;
}

const inner = new Set(['LambdaExpression', 'FunctionDefinition', 'ClassDefinition']);

/** Names that a body binds, `global` and `nonlocal` apart. Nested functions and classes count by their name only. */
export function boundNames(
  roots: readonly SyntaxNode[],
  text: string,
): { names: Set<string>; globals: Set<string>; nonlocals: Set<string>; yields: boolean } {
  const names = new Set<string>();
  const globals = new Set<string>();
  const nonlocals = new Set<string>();
  let yields = false;
  const waiting: SyntaxNode[] = [...roots];
  const word = (node: SyntaxNode): string => text.slice(node.from, node.to);
  while (waiting.length > 0) {
    const node = waiting.pop()!;
    if (inner.has(node.name)) {
      if (node.name !== 'LambdaExpression') {
        const name = node.getChild('VariableName');
        if (name !== null) names.add(word(name));
      }
      continue;
    }
    if (node.name === 'YieldStatement' || node.name === 'YieldExpression') yields = true;
    if (node.name === 'ScopeStatement') {
      const to = node.firstChild?.name === 'global' ? globals : nonlocals;
      for (const child of node.getChildren('VariableName')) to.add(word(child));
      continue;
    }
    bindings(node, word, names);
    for (let child = node.firstChild; child !== null; child = child.nextSibling) waiting.push(child);
  }
  for (const name of [...globals, ...nonlocals]) names.delete(name);
  return { names, globals, nonlocals, yields };
}

const comprehensions = /Comprehension|ArgList/;

/** What this one node binds, its children apart. */
function bindings(node: SyntaxNode, word: (node: SyntaxNode) => string, names: Set<string>): void {
  const add = (target: SyntaxNode | null): void => {
    const waiting = [target];
    while (waiting.length > 0) {
      const one = waiting.pop();
      if (one === null || one === undefined || one.name === 'MemberExpression') continue;
      if (one.name === 'VariableName') names.add(word(one));
      else if (/^(Tuple|Array|Parenthesized)Expression$/.test(one.name)) {
        for (let child = one.firstChild; child !== null; child = child.nextSibling) waiting.push(child);
      }
    }
  };
  let child = node.firstChild;
  switch (node.name) {
    case 'AssignStatement': {
      let last = node.lastChild;
      while (last !== null && last.name !== 'AssignOp') last = last.prevSibling;
      for (; child !== null && last !== null && child.from < last.from; child = child.nextSibling) {
        if (child.name !== 'TypeDef') add(child);
      }
      break;
    }
    case 'UpdateStatement':
    case 'NamedExpression':
    case 'CapturePattern':
      add(child);
      break;
    case 'DeleteStatement':
      for (; child !== null; child = child.nextSibling) add(child);
      break;
    case 'ForStatement':
      for (; child !== null && child.name !== 'in'; child = child.nextSibling) add(child);
      break;
    case 'WithStatement':
    case 'TryStatement':
    case 'AsPattern':
      for (; child !== null; child = child.nextSibling) if (child.name === 'as') add(child.nextSibling);
      break;
    case 'StarPattern':
      break;
    case 'ImportStatement':
      for (const name of importedNames(node, word)) names.add(name.as);
      break;
    default:
      if (!comprehensions.test(node.name)) break;
      for (; child !== null; child = child.nextSibling) {
        if (child.name === 'AssignOp' && word(child) === ':=') add(child.prevSibling);
      }
  }
}

/** The modules and names of one import statement. */
export function importedNames(
  node: SyntaxNode,
  word: (node: SyntaxNode) => string,
): { module: string; name: string | undefined; as: string; from: number; to: number }[] {
  const found: { module: string; name: string | undefined; as: string; from: number; to: number }[] = [];
  let from: string | undefined;
  let inFrom = false;
  let current: { path: string; as: string | undefined; from: number; to: number } | undefined;
  const finish = (): void => {
    if (current === undefined) return;
    const { path, as } = current;
    const place = { from: current.from, to: current.to };
    if (from === undefined) found.push({ module: path, name: undefined, as: as ?? path.split('.')[0]!, ...place });
    else found.push({ module: from, name: path, as: as ?? path, ...place });
    current = undefined;
  };
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    switch (child.name) {
      case 'from':
        inFrom = true;
        from = '';
        break;
      case 'import':
        inFrom = false;
        break;
      case '*':
        found.push({ module: from ?? '', name: '*', as: '*', from: child.from, to: child.to });
        break;
      case ',':
      case ')':
        finish();
        break;
      case 'as':
        if (current !== undefined && child.nextSibling !== null) {
          current.as = word(child.nextSibling);
          child = child.nextSibling;
        }
        break;
      case '.':
      case 'Ellipsis':
      case '...':
        if (inFrom) from = (from ?? '') + word(child);
        else if (current !== undefined) current.path += '.';
        break;
      case 'VariableName':
        if (inFrom) from = (from ?? '') + word(child);
        else if (current === undefined) current = { path: word(child), as: undefined, from: child.from, to: child.to };
        else {
          current.path += word(child);
          current.to = child.to;
        }
        break;
      default:
    }
  }
  finish();
  return found.filter((one) => one.as !== '*' || one.name === '*');
}
