import type { SyntaxNode } from '@lezer/common';
import { pyIterator } from '../runtime/iterate';
import type { PyFunction, Value } from '../value';
import { kids, RETURN, textOf, type Context, type Eval, type Exec, type ExecGenerator, type Frame } from './context';
import { stringValue } from './literals';
import { makeBinder, readParameters } from './parameters';
import { boundNames, Scope } from './scope';

/** `lambda x, y=1: x + y` */
export function lambda(context: Context, node: SyntaxNode): Eval {
  const list = node.getChild('ParamList');
  const body = node.lastChild!;
  return functionMaker(context, '<lambda>', null, list, [], node, (inner) => {
    const value = inner.expression(body);
    return {
      run: (frame) => {
        frame.returned = value(frame);
        return RETURN;
      },
    };
  });
}

/** `def`, without its decorators: gives the function. */
export function functionDefinition(context: Context, node: SyntaxNode): Eval {
  const name = textOf(context, node.getChild('VariableName')!);
  const body = node.getChild('Body')!;
  const list = node.getChild('ParamList');
  return functionMaker(context, name, docOf(context, body), list, [body], node, (inner, yields) =>
    yields ? { generate: inner.generatorBlock(body) } : { run: inner.block(body) },
  );
}

/** The string that a body begins with. */
export function docOf(context: Context, body: SyntaxNode): string | null {
  const first = kids(body)[1];
  const string = first?.name === 'ExpressionStatement' ? first.firstChild : null;
  if (string?.name !== 'String') return null;
  const value = stringValue(textOf(context, string));
  return typeof value === 'string' ? value : null;
}

type Body = { run: Exec } | { generate: ExecGenerator };

function functionMaker(
  context: Context,
  name: string,
  doc: string | null,
  list: SyntaxNode | null,
  roots: readonly SyntaxNode[],
  node: SyntaxNode,
  compile: (inner: Context, yields: boolean) => Body,
): Eval {
  const parameters = readParameters(context, list);
  const scope = new Scope('function', context.scope);
  for (const one of parameters) scope.declare(one.name);
  const found = boundNames(roots, context.text);
  for (const one of found.names) scope.declare(one);
  for (const one of found.globals) scope.globals.add(one);
  const outer = context.scope;
  context.scope = scope;
  let body: Body;
  try {
    body = compile(context, found.yields);
  } finally {
    context.scope = outer;
  }
  const binder = makeBinder(name, parameters);
  const required = parameters
    .filter((one) => one.form === 'plain' && one.standard === undefined)
    .map((one) => one.name);
  const { runtime } = context;
  return (parent) => {
    const defaults = parameters.map((one) => one.standard?.(parent));
    const begin = (args: readonly Value[], keywords: ReadonlyMap<string, Value>): Frame => {
      const frame: Frame = { slots: new Array<Value | undefined>(scope.size), parent, returned: null };
      binder(frame, args, keywords, defaults);
      return frame;
    };
    const invoke: PyFunction['invoke'] =
      'run' in body
        ? (args, keywords) => {
            const frame = begin(args, keywords);
            runtime.enter();
            try {
              body.run(frame);
            } finally {
              runtime.leave();
            }
            return frame.returned;
          }
        : (args, keywords) => generatorObject(body.generate, begin(args, keywords));
    return { kind: 'function', name, doc, start: node.from, end: node.to, invoke, required };
  };
}

/** The generator that a call of a function with `yield` gives. */
function generatorObject(body: ExecGenerator, frame: Frame): Value {
  const steps = body(frame);
  let started = false;
  return {
    ...pyIterator([], 'generator'),
    next(sent) {
      const step = started ? steps.next(sent ?? null) : steps.next(null);
      started = true;
      return step.done === true ? { done: true, value: frame.returned } : { done: false, value: step.value };
    },
  };
}
