import { pathOf, sameExpression, type Argument, type Call, type Expression } from '../formula/expression';
import type { TextChange } from './remark';
import { layerCall, roleOf } from './roles';
import { libraryOf, operand, prefixOf, taken, textOf, type Ground, type Rule } from './rule';
import { expOverflow, probabilityLost } from './thresholds';

/** Whether something has been subtracted or scaled already, so that the largest exponent is known to be small. */
function isShifted(x: Expression, ground: Ground): boolean {
  const value = ground.scopes.value(x);
  // -distance, -x * x: an exponent that is not above 0 cannot overflow
  if (value.kind === 'unary' && value.op === '-') return true;
  if (value.kind !== 'binary') return value.kind === 'other' || value.kind === 'number';
  if (value.op === '-') return true;
  return (value.op === '*' || value.op === '/') && (isShifted(value.left, ground) || isNegative(value.left));
}

const isNegative = (x: Expression): boolean =>
  (x.kind === 'number' && x.value < 0) || (x.kind === 'unary' && x.op === '-');

interface Exponentials {
  /** the exponent, once for each place where it is written */
  readonly exponents: readonly Expression[];
  readonly call: Call;
  /** the array that a loop over its values takes them from */
  readonly loopsOver?: Expression;
}

/** e^x of an array, of each of its values, or of one value. */
function exponentials(expression: Expression, ground: Ground): Exponentials | undefined {
  const value = ground.scopes.value(expression);
  const direct = roleOf('exp', value, ground.aliases);
  if (direct !== undefined) return { exponents: [direct.of], call: direct.call };
  if (value.kind === 'each') {
    const inner = roleOf('exp', value.element, ground.aliases);
    return inner === undefined ? undefined : { exponents: [inner.of], call: inner.call, loopsOver: value.of };
  }
  return mapped(value, ground);
}

/** `xs.map(v => Math.exp(v))` */
function mapped(value: Expression, ground: Ground): Exponentials | undefined {
  if (value.kind !== 'call' || value.callee.kind !== 'attribute' || value.callee.name !== 'map') return undefined;
  const body = value.args[0]?.value;
  const inner = body?.kind === 'function' ? roleOf('exp', body.body, ground.aliases) : undefined;
  if (inner === undefined) return undefined;
  return { exponents: [inner.of], call: inner.call, loopsOver: value.callee.object };
}

/** The exponentials that a sum adds up: sum(e), e.sum(), a loop that adds, a reduce. */
function summed(expression: Expression, ground: Ground): { e: Exponentials; args: readonly Argument[] } | undefined {
  const value = ground.scopes.value(expression);
  const sum = roleOf('sum', value, ground.aliases);
  if (sum !== undefined) {
    const e = exponentials(sum.of, ground);
    const isMethod = sum.call.args[0]?.value !== sum.of;
    return e === undefined ? undefined : { e, args: isMethod ? sum.call.args : sum.call.args.slice(1) };
  }
  const term = ground.scopes.term(expression);
  if (term !== undefined) {
    const e = exponentials(term, ground);
    return e === undefined ? undefined : { e, args: [] };
  }
  if (value.kind !== 'call' || value.callee.kind !== 'attribute' || value.callee.name !== 'reduce') return undefined;
  const e = exponentials(value.callee.object, ground);
  const body = value.args[0]?.value;
  const adds = body?.kind === 'function' && body.body.kind === 'binary' && body.body.op === '+' ? body.body : undefined;
  if (adds === undefined) return undefined;
  if (e !== undefined) return { e, args: [] };
  const inner = exponentials(adds.right, ground);
  return inner === undefined ? undefined : { e: { ...inner, loopsOver: value.callee.object }, args: [] };
}

/** Whether both exponentials are of the same array: written alike, or each one value of a loop. */
function alike(one: Exponentials, other: Exponentials): boolean {
  const [x, y] = [one.exponents[0]!, other.exponents[0]!];
  const isElement = (e: Expression) => e.kind === 'name' || e.kind === 'index';
  return (
    sameExpression(x, y) ||
    (isElement(x) && isElement(y) && (one.loopsOver ?? other.loopsOver) !== undefined) ||
    (x.kind === 'index' && y.kind === 'index' && sameExpression(x.object, y.object))
  );
}

/**
 * exp(x) / sum(exp(x)): overflows once x passes the logarithm of the dtype's largest number. Stable: subtract the
 * maximum first.
 */
export const naiveSoftmax: Rule = (expression, ground) => {
  if (expression.kind !== 'binary' || expression.op !== '/') return undefined;
  const top = exponentials(expression.left, ground);
  if (top === undefined || isShifted(top.exponents[0]!, ground)) return undefined;
  const bottom = summed(expression.right, ground);
  if (bottom === undefined || !alike(top, bottom.e)) return undefined;
  const changes = shiftChanges(top, bottom.e, bottom.args, ground);
  return {
    id: 'naive-softmax',
    start: expression.start,
    end: expression.end,
    limits: expOverflow(),
    figures: {},
    ...(changes === undefined ? {} : { fix: { to: changes[0]!.text, changes } }),
  };
};

/** `x` -> `x - np.max(x, axis=..., keepdims=True)` at each exponential, as the sum is taken. */
function shiftChanges(
  top: Exponentials,
  bottom: Exponentials,
  args: readonly Argument[],
  ground: Ground,
): readonly TextChange[] | undefined {
  const array = top.loopsOver ?? bottom.loopsOver;
  const changes = new Map<number, TextChange>();
  for (const { call, exponents } of [top, bottom]) {
    const [x] = exponents;
    const whole = array ?? x!;
    const most = maximumOf(whole, call, args, ground);
    if (most === undefined || textOf(whole, ground).includes('\n')) return undefined;
    changes.set(x!.start, { start: x!.start, end: x!.end, text: `${textOf(x!, ground)} - ${most}` });
  }
  return [...changes.values()];
}

function maximumOf(array: Expression, exp: Call, args: readonly Argument[], ground: Ground): string | undefined {
  const written = textOf(array, ground);
  const path = pathOf(exp.callee, ground.aliases);
  const suffix = args.map((arg) => `, ${textOf(arg, ground)}`).join('');
  const library = libraryOf(path);
  if (ground.code.language === 'python') {
    if (library === 'numpy' || library === 'jax') return `${prefixOf(exp.callee, ground)}max(${written}${suffix})`;
    if (library === 'torch') {
      const axis = args.length === 0 ? undefined : args.map((arg) => textOf(arg, ground)).join(', ');
      return axis === undefined ? `${operand(array, ground)}.max()` : `${operand(array, ground)}.amax(${axis})`;
    }
    if (library === 'tensorflow') return `${prefixOf(exp.callee, ground)}reduce_max(${written}${suffix})`;
    // math.exp over a list
    return path?.startsWith('math.') === true && args.length === 0 && array.kind === 'name'
      ? `max(${written})`
      : undefined;
  }
  if (library === 'js' && array.kind === 'name' && args.length === 0) return `Math.max(...${written})`;
  return undefined;
}

/** log(softmax(x)): -infinity where a probability rounds to 0. Stable: log-softmax. */
export const logSoftmax: Rule = (expression, ground) => {
  const log = roleOf('log', expression, ground.aliases);
  if (log === undefined) return undefined;
  const soft = taken('softmax', log.of, ground) ?? layerCall('Softmax', ground.scopes.value(log.of), ground.aliases);
  if (soft === undefined) return undefined;
  const to = logSoftmaxText(soft.call, log.of, ground);
  return {
    id: 'log-softmax',
    start: expression.start,
    end: expression.end,
    limits: probabilityLost(),
    figures: {},
    ...(to === undefined ? {} : { fix: { to, changes: [{ start: expression.start, end: expression.end, text: to }] } }),
  };
};

/** The same call with log_softmax for softmax; only where the softmax stands in the logarithm itself. */
function logSoftmaxText(soft: Call, inLog: Expression, ground: Ground): string | undefined {
  if (soft.start < inLog.start || soft.end > inLog.end) return undefined;
  const name = soft.callee.kind === 'call' ? soft.callee.callee : soft.callee;
  const path = pathOf(name, ground.aliases) ?? '';
  const method = name.kind === 'attribute' && pathOf(name.object, ground.aliases) !== undefined ? undefined : name;
  const known = libraryOf(path) !== undefined && libraryOf(path) !== 'numpy';
  const isMethod = method !== undefined && name.kind === 'attribute';
  const isTensorMethod = name.kind === 'attribute' && libraryOf(path) === undefined && name.name === 'softmax';
  if (!known && !isMethod && !isTensorMethod && soft.callee.kind !== 'call') return undefined;
  const written = textOf(name, ground);
  const last = /(softmax|Softmax)$/.exec(written)?.[1];
  if (last === undefined) return undefined;
  const renamed =
    last === 'Softmax'
      ? 'LogSoftmax'
      : libraryOf(path) === 'tensorflow' && path.startsWith('tf.s')
        ? 'logSoftmax'
        : 'log_softmax';
  const whole = textOf(soft, ground);
  const at = name.end - soft.start - last.length;
  return whole.slice(0, at) + renamed + whole.slice(at + last.length);
}

/** softmax(softmax(x)): flattens probabilities that are there already. */
export const softmaxTwice: Rule = (expression, ground) => {
  const outer =
    roleOf('softmax', expression, ground.aliases) ??
    roleOf('logSoftmax', expression, ground.aliases) ??
    layerCall('Softmax', expression, ground.aliases);
  if (outer === undefined) return undefined;
  const inner =
    taken('softmax', outer.of, ground) ?? layerCall('Softmax', ground.scopes.value(outer.of), ground.aliases);
  if (inner === undefined || inner.call === outer.call) return undefined;
  return { id: 'softmax-twice', start: expression.start, end: expression.end, figures: {} };
};

/** F.softmax(x), nn.Softmax() without dim: PyTorch then chooses by the number of dimensions, and warns. */
export const softmaxDim: Rule = (expression, ground) => {
  if (expression.kind !== 'call' || ground.code.language !== 'python') return undefined;
  const path = pathOf(expression.callee, ground.aliases) ?? '';
  const { args } = expression;
  // *args and **keywords may hold it
  if (
    args.some(
      ({ value, name }) =>
        name === 'dim' ||
        ground.code.text
          .slice(value.start - 2, value.end)
          .trim()
          .startsWith('*'),
    )
  )
    return undefined;
  const isFunction = /^(torch\.nn\.functional|F)\.(softmax|log_softmax|softmin)$/.test(path) && args.length === 1;
  const isModule = /^(torch\.nn|nn)\.(Softmax|LogSoftmax|Softmin)$/.test(path) && args.length === 0;
  if (!isFunction && !isModule) return undefined;
  const at = expression.end - 1;
  return {
    id: 'softmax-dim',
    start: expression.start,
    end: expression.end,
    figures: { name: path.slice(path.lastIndexOf('.') + 1) },
    fix: { to: 'dim=-1', changes: [{ start: at, end: at, text: isFunction ? ', dim=-1' : 'dim=-1' }] },
  };
};
