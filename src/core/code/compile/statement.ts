import type { SyntaxNode } from '@lezer/common';
import { isUnknown } from '../runtime/runtime';
import { PyError } from '../value';
import { assignStatement, updateStatement } from './assign';
import { ifStatement } from './branch';
import { readArguments } from './call';
import { classDefinition } from './classes';
import { BREAK, CONTINUE, kids, NEXT, RETURN, textOf, type Context, type Eval, type Exec, type Frame } from './context';
import { functionDefinition } from './functions';
import { importStatement } from './imports';
import { forStatement, whileStatement } from './loops';
import { matchStatement } from './match';
import { deleteName, loadName, storeName } from './names';
import { subscript } from './member';
import { assertStatement, raiseStatement, tryStatement } from './tries';
import { withStatement } from './withs';

/** Compiles one statement by the name of its node. @throws PyError SyntaxError for what is none */
export function compileStatement(context: Context, node: SyntaxNode): Exec {
  switch (node.name) {
    case 'AssignStatement':
      return assignStatement(context, node);
    case 'UpdateStatement':
      return updateStatement(context, node);
    case 'ExpressionStatement':
      return expressionStatement(context, node);
    case 'ReturnStatement':
      return returnStatement(context, node);
    case 'IfStatement':
      return ifStatement(context, node);
    case 'ForStatement':
      return forStatement(context, node);
    case 'WhileStatement':
      return whileStatement(context, node);
    case 'TryStatement':
      return tryStatement(context, node);
    case 'WithStatement':
      return withStatement(context, node);
    case 'MatchStatement':
      return matchStatement(context, node);
    case 'RaiseStatement':
      return raiseStatement(context, node);
    case 'AssertStatement':
      return assertStatement(context, node);
    case 'DeleteStatement':
      return deleteStatement(context, node);
    case 'ImportStatement':
      return importStatement(context, node);
    case 'FunctionDefinition':
      return define(context, node, functionDefinition(context, node), []);
    case 'ClassDefinition':
      return define(context, node, classDefinition(context, node), []);
    case 'DecoratedStatement':
      return decorated(context, node);
    case 'StatementGroup':
      return group(context, node);
    case 'BreakStatement':
      return () => BREAK;
    case 'ContinueStatement':
      return () => CONTINUE;
    case 'PassStatement':
    case 'ScopeStatement':
    case 'TypeDefinition':
    case ';':
      return () => NEXT;
    default:
      throw new PyError('SyntaxError', 'invalid syntax');
  }
}

function expressionStatement(context: Context, node: SyntaxNode): Exec {
  const value = context.expressions(kids(node));
  const { runtime } = context;
  const site = { count: 0 };
  const isDoc = node.firstChild?.name === 'String' && node.firstChild.nextSibling === null;
  return (frame) => {
    runtime.spend(1);
    const made = value(frame);
    if (!isDoc && made !== null) context.record(node.from, node.to, undefined, made, site);
    return NEXT;
  };
}

function returnStatement(context: Context, node: SyntaxNode): Exec {
  const parts = kids(node).slice(1);
  const value = parts.length === 0 ? undefined : context.expressions(parts);
  const { runtime } = context;
  const site = { count: 0 };
  return (frame) => {
    runtime.spend(1);
    if (value === undefined) return RETURN;
    frame.returned = value(frame);
    context.record(node.from, node.to, undefined, frame.returned, site);
    return RETURN;
  };
}

function deleteStatement(context: Context, node: SyntaxNode): Exec {
  const { runtime } = context;
  const targets: SyntaxNode[] = [];
  const waiting = kids(node).slice(1);
  while (waiting.length > 0) {
    const one = waiting.shift()!;
    if (/^(Tuple|Array|Parenthesized)Expression$/.test(one.name)) waiting.unshift(...kids(one));
    else if (one.name === 'VariableName' || one.name === 'MemberExpression') targets.push(one);
  }
  const actions = targets.map((target): ((frame: Frame) => void) => {
    if (target.name === 'VariableName') return deleteName(context, textOf(context, target), target.from, target.to);
    const owner = context.expression(target.firstChild!);
    const property = target.getChild('PropertyName');
    const index = property === null ? subscript(context, target) : undefined;
    return (frame) => {
      const self = owner(frame);
      const place = index?.(frame) ?? null;
      runtime.at(target.from, target.to);
      if (property !== null) runtime.deleteAttribute(self, textOf(context, property));
      else runtime.deleteItem(self, place);
    };
  });
  return (frame) => {
    for (const action of actions) action(frame);
    return NEXT;
  };
}

function group(context: Context, node: SyntaxNode): Exec {
  const all = kids(node)
    .filter((child) => child.name !== ';')
    .map((child) => context.statement(child));
  return (frame) => {
    for (const one of all) {
      const signal = one(frame);
      if (signal !== NEXT) return signal;
    }
    return NEXT;
  };
}

/** Puts a function or class under its name, through its decorators, the nearest first. */
function define(context: Context, node: SyntaxNode, made: Eval, decorators: readonly Eval[]): Exec {
  const store = storeName(context, textOf(context, node.getChild('VariableName')!));
  const { runtime } = context;
  return (frame) => {
    let value = made(frame);
    for (const decorator of decorators) {
      const by = decorator(frame);
      runtime.at(node.from, node.from);
      value = isUnknown(by) ? by : runtime.call(by, [value]);
    }
    store(frame, value);
    return NEXT;
  };
}

function decorated(context: Context, node: SyntaxNode): Exec {
  const { runtime } = context;
  const decorators = node.getChildren('Decorator').map((one): Eval => {
    const names = one.getChildren('VariableName');
    const root = loadName(context, names[0]!);
    const list = one.getChild('ArgList');
    const given = list === null ? undefined : readArguments(context, list);
    return (frame) => {
      let value = root(frame);
      runtime.at(one.from, one.to);
      for (const name of names.slice(1)) value = runtime.attribute(value, textOf(context, name));
      if (given === undefined || isUnknown(value)) return value;
      const args = given.filter((arg) => arg.kind === 'plain').map((arg) => arg.value(frame));
      const named = new Map(
        given.flatMap((arg) => (arg.kind === 'named' ? [[arg.name, arg.value(frame)] as const] : [])),
      );
      return runtime.call(value, args, named);
    };
  });
  const inner = node.lastChild!;
  const made = inner.name === 'ClassDefinition' ? classDefinition(context, inner) : functionDefinition(context, inner);
  return define(context, inner, made, decorators.reverse());
}
