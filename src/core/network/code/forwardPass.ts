import { input, type Traced } from '../../code/traceProgram';
import { noKeywords } from '../../code/runtime/runtime';
import { PyError, type PyFunction, type Value } from '../../code/value';
import { graphOf, nearestProducts } from './graph';

/** Functions and methods that run a network forwards. */
const forwardNames =
  /^(__call__|forward|predict|feed_?forward|forward_?(pass|prop|propagation)|call|inference|model|net|network|mlp|neural_?network|nn|run|think|query|activate_network)$/i;

/** What the parameters of a forward pass are called that are not its input. */
const weightNames = /^(params?|parameters|network|net|model|weights?|[Ww]\d*|[bB]\d*|bias(es)?|layers?|theta\w*)$/;

/** Values that may be the output of a network of this text, likeliest first. */
export function outputsOf(traced: Traced): Value[] {
  const named = [...traced.variables.values()].filter((value) => graphOf(value) !== undefined && depthOf(value) > 0);
  if (named.length > 0) return byDepth(named);
  const expressions = traced.expressions.filter((value) => graphOf(value) !== undefined && depthOf(value) > 0);
  if (expressions.length > 0) return byDepth(expressions);
  return byDepth([...methodOutputs(traced), ...functionOutputs(traced)]);
}

/** The deepest first; of equals the one that came last. */
const byDepth = (values: readonly Value[]): Value[] =>
  [...values].reverse().sort((one, other) => depthOf(other) - depthOf(one));

/** How many products follow one another, up to a bound. */
function depthOf(value: Value): number {
  let depth = 0;
  let next: Value = value;
  for (; depth < 100; depth++) {
    const [found] = nearestProducts(next, 1);
    if (found === undefined) break;
    next = found.product.traced;
  }
  return depth;
}

function attempt(action: () => Value): Value | undefined {
  try {
    const value = action();
    return graphOf(value) === undefined ? lastOf(value) : value;
  } catch (error) {
    if (error instanceof PyError) return undefined;
    throw error;
  }
}

/** Of several values that a forward pass returns, the last that depends on the input. */
function lastOf(value: Value): Value | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const items =
    value.kind === 'tuple' || value.kind === 'list'
      ? value.items
      : value.kind === 'dict'
        ? [...value.entries.values()].map(([, item]) => item)
        : [];
  return items.filter((item) => graphOf(item) !== undefined).at(-1);
}

/** Forward passes of classes, on an instance of the text or one that is made without arguments. */
function methodOutputs({ variables, runtime }: Traced): Value[] {
  const found: Value[] = [];
  for (const value of variables.values()) {
    if (typeof value !== 'object' || value?.kind !== 'class') continue;
    const instance = [...variables.values()].find(
      (one) => typeof one === 'object' && one !== null && one.kind === 'instance' && one.class === value,
    );
    const self = instance ?? attemptAny(() => runtime.call(value, []));
    if (self === undefined) continue;
    for (const type of value.mro) {
      for (const name of type.members.keys()) {
        if (!forwardNames.test(name)) continue;
        const output = attempt(() => runtime.call(runtime.attribute(self, name), [input('x', runtime)]));
        if (output !== undefined) found.push(output);
      }
    }
  }
  return found;
}

function attemptAny(action: () => Value): Value | undefined {
  try {
    return action();
  } catch (error) {
    if (error instanceof PyError) return undefined;
    throw error;
  }
}

function functionOutputs(traced: Traced): Value[] {
  const found: Value[] = [];
  for (const value of traced.variables.values()) {
    if (typeof value !== 'object' || value?.kind !== 'function' || !forwardNames.test(value.name)) continue;
    const output = attempt(() => traced.runtime.call(value, argumentsOf(value, traced), noKeywords));
    if (output !== undefined) found.push(output);
  }
  return found;
}

/** What a forward pass is called with: the weights of the text where a parameter asks for them, the input elsewhere. */
function argumentsOf(of: PyFunction, traced: Traced): Value[] {
  const { variables, runtime } = traced;
  return parametersOf(of).map((name) => {
    const same = variables.get(name);
    if (same !== undefined && graphOf(same) === undefined) return same;
    if (!weightNames.test(name)) return input(name, runtime);
    return weightsMade(traced) ?? input(name, runtime);
  });
}

/** The names of a function's parameters that have no default. */
function parametersOf(of: PyFunction): readonly string[] {
  return of.required ?? ['x'];
}

/** A dict or list of weights of the text, or what a function without arguments makes of them, `init_network()`. */
function weightsMade({ variables, runtime }: Traced): Value | undefined {
  const isBox = (value: Value | undefined): boolean =>
    typeof value === 'object' &&
    value !== null &&
    (value.kind === 'dict' || value.kind === 'list' || value.kind === 'instance');
  for (const value of variables.values()) if (isBox(value)) return value;
  for (const value of variables.values()) {
    if (typeof value !== 'object' || value?.kind !== 'function' || parametersOf(value).length > 0) continue;
    const made = attemptAny(() => runtime.call(value, []));
    if (isBox(made)) return made;
  }
  return undefined;
}

/** What a name means that a forward pass uses without having it: an entry of the weights that it was given. */
export function lookUpIn(traced: Traced): (name: string) => Value | undefined {
  return (name) => {
    const own = traced.variables.get(name);
    if (own !== undefined && graphOf(own) === undefined) return own;
    const boxes = [...traced.variables.values(), weightsMade(traced)];
    for (const box of boxes) {
      if (typeof box !== 'object' || box === null) continue;
      if (box.kind === 'dict') for (const [key, item] of box.entries.values()) if (key === name) return item;
      if (box.kind === 'instance') {
        const member = box.attributes.get(name);
        if (member !== undefined) return member;
      }
    }
    return undefined;
  };
}
