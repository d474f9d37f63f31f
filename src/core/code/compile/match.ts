import type { SyntaxNode } from '@lezer/common';
import { isUnknown } from '../runtime/runtime';
import { PyError, type Value } from '../value';
import { kids, NEXT, textOf, type Context, type Exec, type Frame } from './context';
import { havocOf } from './havoc';
import { storeName } from './names';

type Test = (frame: Frame, value: Value) => boolean;

/** `match subject:` with literals, captures, sequences, mappings, classes and alternatives. */
export function matchStatement(context: Context, node: SyntaxNode): Exec {
  const { runtime } = context;
  const bodyNode = node.getChild('MatchBody')!;
  const subject = context.expressions(
    kids(node).filter((child) => child.name !== 'match' && child.name !== 'MatchBody'),
  );
  const clauses = bodyNode.getChildren('MatchClause').map((clause) => {
    const children = kids(clause);
    const guard = clause.getChild('Guard');
    const patterns = children.filter((child) => child.name.endsWith('Pattern'));
    const test = patterns.length === 1 ? pattern(context, patterns[0]!) : sequence(context, patterns);
    return {
      test,
      guard: guard === null ? undefined : context.expression(guard.lastChild!),
      body: context.block(clause.getChild('Body')!),
    };
  });
  const havoc = havocOf(context, [bodyNode]);
  return (frame) => {
    const value = subject(frame);
    if (isUnknown(value)) {
      havoc.spread(frame, value);
      return NEXT;
    }
    for (const { test, guard, body } of clauses) {
      if (test(frame, value) && (guard === undefined || runtime.truth(guard(frame)))) return body(frame);
    }
    return NEXT;
  };
}

function pattern(context: Context, node: SyntaxNode): Test {
  const { runtime } = context;
  const children = kids(node);
  const inner = children.filter((child) => child.name.endsWith('Pattern'));
  switch (node.name) {
    case 'CapturePattern': {
      const name = textOf(context, node);
      if (name === '_') return () => true;
      const store = storeName(context, name);
      return (frame, value) => {
        store(frame, value);
        return true;
      };
    }
    case 'LiteralPattern': {
      const value = literal(context, children);
      return (frame, given) => {
        const wanted = value(frame);
        return typeof wanted === 'boolean' || wanted === null ? wanted === given : runtime.equal(wanted, given);
      };
    }
    case 'AttributePattern': {
      const [root, ...path] = textOf(context, node).split('.');
      const read = context.expression(node.firstChild!);
      return (frame, given) => {
        const wanted = path.reduce((owner, name) => runtime.attribute(owner, name), read(frame));
        return root !== undefined && runtime.equal(wanted, given);
      };
    }
    case 'OrPattern': {
      const tests = inner.map((one) => pattern(context, one));
      return (frame, value) => tests.some((test) => test(frame, value));
    }
    case 'AsPattern': {
      const test = pattern(context, inner[0]!);
      const store = storeName(context, textOf(context, node.lastChild!));
      return (frame, value) => {
        if (!test(frame, value)) return false;
        store(frame, value);
        return true;
      };
    }
    case 'SequencePattern':
      return inner.length === 1 && !textOf(context, node).includes(',') && textOf(context, node).startsWith('(')
        ? pattern(context, inner[0]!)
        : sequence(context, inner);
    case 'MappingPattern':
      return mapping(context, children);
    case 'ClassPattern':
      return classPattern(context, node);
    default:
      throw new PyError('SyntaxError', 'this pattern is not read');
  }
}

function literal(context: Context, children: readonly SyntaxNode[]): (frame: Frame) => Value {
  const { runtime } = context;
  const [first, second] = children;
  if (first?.name === 'ArithOp') {
    const value = context.expression(second!);
    return (frame) => runtime.unary('-', value(frame));
  }
  return context.expression(first!);
}

function sequence(context: Context, nodes: readonly SyntaxNode[]): Test {
  const star = nodes.findIndex((node) => node.name === 'StarPattern');
  const tests = nodes.map((node) => pattern(context, node.name === 'StarPattern' ? node.lastChild! : node));
  return (frame, value) => {
    if (typeof value !== 'object' || (value?.kind !== 'list' && value?.kind !== 'tuple')) return false;
    const { items } = value;
    if (star < 0 ? items.length !== tests.length : items.length < tests.length - 1) return false;
    const after = star < 0 ? 0 : tests.length - 1 - star;
    return tests.every((test, i) => {
      if (i === star) return test(frame, { kind: 'list', items: items.slice(star, items.length - after) });
      return test(frame, star >= 0 && i > star ? items[items.length - tests.length + i]! : items[i]!);
    });
  };
}

function mapping(context: Context, children: readonly SyntaxNode[]): Test {
  const { runtime } = context;
  const pairs: { key: (frame: Frame) => Value; test: Test }[] = [];
  for (let i = 0; i < children.length; i++) {
    if (children[i]!.name === ':') {
      pairs.push({ key: literal(context, kids(children[i - 1]!)), test: pattern(context, children[i + 1]!) });
    }
  }
  return (frame, value) => {
    if (typeof value !== 'object' || value?.kind !== 'dict') return false;
    return pairs.every(({ key, test }) => {
      const found = value.entries.get(runtime.hashKey(key(frame)));
      return found !== undefined && test(frame, found[1]);
    });
  };
}

function classPattern(context: Context, node: SyntaxNode): Test {
  const { runtime } = context;
  const type = context.expression(node.firstChild!);
  const list = node.getChild('PatternArgList');
  const given = list === null ? [] : kids(list).filter((child) => child.name.endsWith('Pattern'));
  const named = given
    .filter((one) => one.name === 'KeywordPattern')
    .map((one) => ({ name: textOf(context, one.firstChild!), test: pattern(context, one.lastChild!) }));
  const placed = given.filter((one) => one.name !== 'KeywordPattern').map((one) => pattern(context, one));
  return (frame, value) => {
    const of = type(frame);
    const isOne = runtime.call(context.builtins.get('isinstance')!, [value, of]);
    if (isOne !== true) return false;
    const fields =
      placed.length === 0
        ? []
        : [...runtime.iterate(runtime.findAttribute(of, '__match_args__') ?? { kind: 'tuple', items: [] })];
    const byPlace = placed.every((test, i) => {
      const field = fields[i];
      if (field === undefined) return i === 0 && test(frame, value);
      return test(frame, runtime.attribute(value, runtime.str(field)));
    });
    if (!byPlace) return false;
    return named.every(({ name, test }) => {
      const found = runtime.findAttribute(value, name);
      return found !== undefined && test(frame, found);
    });
  };
}
