import type { SyntaxNode } from '@lezer/common';
import { isUnknown } from '../runtime/runtime';
import { PyError, type Value } from '../value';
import { callExpression } from './call';
import { dictDisplay, listDisplay, setDisplay, tupleDisplay } from './collections';
import {
  comprehensionParts,
  dictComprehension,
  generatorExpression,
  listComprehension,
  setComprehension,
} from './comprehension';
import { kids, textOf, type Context, type Eval } from './context';
import { lambda } from './functions';
import { continuedString, formatString, numberLiteral, stringLiteral } from './literals';
import { memberExpression } from './member';
import { loadName, storeName } from './names';
import { binaryExpression, unaryExpression } from './operators';

const constants: Readonly<Record<string, Value>> = { None: null, Ellipsis: { kind: 'ellipsis' } };

/** Compiles one expression by the name of its node. @throws PyError SyntaxError for what is none */
export function compileExpression(context: Context, node: SyntaxNode): Eval {
  switch (node.name) {
    case 'VariableName':
      return loadName(context, node);
    case 'Number':
      return numberLiteral(context, node);
    case 'String':
      return stringLiteral(context, node);
    case 'FormatString':
      return formatString(context, node);
    case 'ContinuedString':
      return continuedString(context, node);
    case 'Boolean': {
      const value = textOf(context, node) === 'True';
      return () => value;
    }
    case 'None':
    case 'Ellipsis': {
      const value = constants[node.name]!;
      return () => value;
    }
    case 'BinaryExpression':
      return binaryExpression(context, node);
    case 'UnaryExpression':
      return unaryExpression(context, node);
    case 'ConditionalExpression':
      return conditional(context, node);
    case 'LambdaExpression':
      return lambda(context, node);
    case 'NamedExpression': {
      const store = storeName(context, textOf(context, node.firstChild!));
      const value = context.expression(node.lastChild!);
      return (frame) => {
        const made = value(frame);
        store(frame, made);
        return made;
      };
    }
    case 'ParenthesizedExpression':
      return context.expression(kids(node)[1]!);
    case 'TupleExpression':
      return tupleDisplay(context, kids(node).slice(1, -1));
    case 'ArrayExpression':
      return listDisplay(context, node);
    case 'SetExpression':
      return setDisplay(context, node);
    case 'DictionaryExpression':
      return dictDisplay(context, node);
    case 'ArrayComprehensionExpression':
      return listComprehension(context, node);
    case 'SetComprehensionExpression':
      return setComprehension(context, node);
    case 'DictionaryComprehensionExpression':
      return dictComprehension(context, node);
    case 'ComprehensionExpression':
      return generatorExpression(context, comprehensionParts(context, kids(node).slice(1, -1)));
    case 'CallExpression':
      return callExpression(context, node);
    case 'MemberExpression':
      return memberExpression(context, node);
    case 'AwaitExpression':
      return context.expression(node.lastChild!);
    default:
      throw new PyError('SyntaxError', 'invalid syntax');
  }
}

/** `a if test else b` */
function conditional(context: Context, node: SyntaxNode): Eval {
  const { runtime } = context;
  const children = kids(node);
  const [yes, test, no] = [children[0]!, children[2]!, children[4]!].map((child) => context.expression(child));
  return (frame) => {
    const value = test!(frame);
    if (isUnknown(value)) return value;
    runtime.at(node.from, node.to);
    return runtime.truth(value) ? yes!(frame) : no!(frame);
  };
}

/** What stands between commas: one value, or a tuple when there is a comma. */
export function compileExpressions(context: Context, nodes: readonly SyntaxNode[]): Eval {
  if (nodes.length === 1) return context.expression(nodes[0]!);
  return tupleDisplay(context, nodes);
}
