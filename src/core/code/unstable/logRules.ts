import { pathOf, type Call, type Expression } from '../formula/expression';
import { roleOf } from './roles';
import { isNumber, libraryOf, operand, prefixOf, taken, textOf, type Ground, type Rule } from './rule';
import type { Remark } from './remark';
import { expOverflow, geluLost, sigmoidLost, softplusLost } from './thresholds';

function fixed(expression: Expression, to: string | undefined): Pick<Remark, 'fix'> {
  if (to === undefined) return {};
  return { fix: { to, changes: [{ start: expression.start, end: expression.end, text: to }] } };
}

/** The stable softplus of x (or its negative) as the library of this logarithm writes it. */
function softplusText(log: Call, x: Expression, sign: 1 | -1, ground: Ground): string | undefined {
  const path = pathOf(log.callee, ground.aliases);
  const written = sign === 1 ? textOf(x, ground) : `-${operand(x, ground)}`;
  const prefix = prefixOf(log.callee, ground);
  if (written.includes('\n')) return undefined;
  switch (libraryOf(path)) {
    case 'torch':
      return `torch.nn.functional.softplus(${written})`;
    case 'jax':
    case 'numpy':
      return `${prefix}logaddexp(0, ${written})`;
    case 'tensorflow':
      return ground.code.language === 'javascript' ? `${prefix}softplus(${written})` : `tf.nn.softplus(${written})`;
    case 'js': {
      const value = sign === 1 ? operand(x, ground) : `-${operand(x, ground)}`;
      return `(Math.max(${value}, 0) + Math.log1p(Math.exp(-Math.abs(${textOf(x, ground)}))))`;
    }
    case 'scipy':
    case 'cpp':
    case undefined:
      break;
  }
  if (path?.startsWith('math.') === true) {
    return `(max(${written}, 0) + math.log1p(math.exp(-abs(${textOf(x, ground)}))))`;
  }
  if (ground.code.language !== 'cpp') return undefined;
  const single = textOf(log.callee, ground).endsWith('f') ? 'f' : '';
  const zero = single === '' ? '0.0' : '0.0f';
  return `(${prefix}fmax${single}(${written}, ${zero}) + ${prefix}log1p${single}(${prefix}exp${single}(-${prefix}fabs${single}(${textOf(x, ground)}))))`;
}

/** 1 + e^x in either order, with its x. */
function onePlusExp(expression: Expression, ground: Ground): Expression | undefined {
  const value = ground.scopes.value(expression);
  if (value.kind !== 'binary' || value.op !== '+') return undefined;
  const [one, other] = isNumber(value.left, 1) ? [value.left, value.right] : [value.right, value.left];
  return isNumber(one, 1) ? taken('exp', other, ground)?.of : undefined;
}

/** e^-|x| never overflows, and the sum is taken of what is left. */
function isBounded(x: Expression, ground: Ground): boolean {
  const value = ground.scopes.value(x);
  if (value.kind !== 'unary' || value.op !== '-') return false;
  const inner = value.value.kind === 'call' ? value.value.callee : undefined;
  const path = inner === undefined ? undefined : pathOf(inner, ground.aliases);
  return (
    (path !== undefined && /(^|\.)f?abs(olute)?f?$/.test(path)) || (inner?.kind === 'attribute' && inner.name === 'abs')
  );
}

/** log(1 + exp(x)): infinite for large x, 0 for small ones. Stable: softplus. */
export const log1pExp: Rule = (expression, ground) => {
  const log = roleOf('log', expression, ground.aliases);
  const x = log === undefined ? undefined : onePlusExp(log.of, ground);
  if (log === undefined || x === undefined || isBounded(x, ground)) return undefined;
  return {
    id: 'log1p-exp',
    start: expression.start,
    end: expression.end,
    limits: expOverflow(),
    figures: { lost: softplusLost().float64, lostSingle: softplusLost().float32 },
    ...fixed(expression, softplusText(log.call, x, 1, ground)),
  };
};

/** log(sigmoid(x)), log(1 / (1 + exp(-x))): -infinity far below 0. Stable: -softplus(-x). */
export const logSigmoid: Rule = (expression, ground) => {
  const log = roleOf('log', expression, ground.aliases);
  if (log === undefined) return undefined;
  const x = taken('sigmoid', log.of, ground)?.of ?? written(log.of, ground);
  if (x === undefined) return undefined;
  const path = pathOf(log.call.callee, ground.aliases);
  const softplus = softplusText(log.call, x, -1, ground);
  const isMethod = path === undefined || libraryOf(path) === 'torch';
  const to =
    isMethod && ground.code.language === 'python'
      ? `torch.nn.functional.logsigmoid(${textOf(x, ground)})`
      : softplus === undefined
        ? undefined
        : `-${softplus}`;
  return {
    id: 'log-sigmoid',
    start: expression.start,
    end: expression.end,
    limits: sigmoidLost(),
    figures: {},
    ...fixed(
      expression,
      isMethod && !ground.aliases.has('torch') && !/\btorch\b/.test(ground.code.text) ? undefined : to,
    ),
  };
};

/** x of a sigmoid that is written out: 1 / (1 + exp(-x)). */
function written(expression: Expression, ground: Ground): Expression | undefined {
  const value = ground.scopes.value(expression);
  if (value.kind !== 'binary' || value.op !== '/' || !isNumber(value.left, 1)) return undefined;
  const exponent = onePlusExp(value.right, ground);
  return exponent?.kind === 'unary' && exponent.op === '-' ? exponent.value : undefined;
}

/** The factors of a product. */
function factors(expression: Expression): Expression[] {
  if (expression.kind !== 'binary' || expression.op !== '*') return [expression];
  return [...factors(expression.left), ...factors(expression.right)];
}

/**
 * 0.5 x (1 + erf(x / sqrt 2)): 1 + erf cancels for negative x, in float32 all digits are gone below -5.5. Stable:
 * 0.5 x erfc(-x / sqrt 2).
 */
export const geluErf: Rule = (expression, ground) => {
  if (expression.kind !== 'binary' || (expression.op !== '*' && expression.op !== '/')) return undefined;
  const parts = factors(expression);
  const half = parts.some((part) => isNumber(part, 0.5)) || expression.op === '/';
  for (const part of parts) {
    const sum = part.kind === 'binary' && part.op === '+' ? part : undefined;
    if (sum === undefined || !half || parts.length < 2) continue;
    const [one, other] = isNumber(sum.left, 1) ? [sum.left, sum.right] : [sum.right, sum.left];
    const erf = isNumber(one, 1) ? roleOf('erf', other, ground.aliases) : undefined;
    if (erf === undefined) continue;
    return {
      id: 'gelu-erf',
      start: expression.start,
      end: expression.end,
      limits: geluLost(),
      figures: {},
      ...erfcFix(part, erf.call, erf.of, ground),
    };
  }
  return undefined;
};

/** `1 + erf(z)` -> `erfc(-z)`, the parentheses round it kept. */
function erfcFix(sum: Expression, erf: Call, z: Expression, ground: Ground): Pick<Remark, 'fix'> {
  const path = pathOf(erf.callee, ground.aliases);
  const prefix = prefixOf(erf.callee, ground);
  const name =
    path?.startsWith('torch.') === true
      ? 'torch.special.erfc'
      : path !== undefined && /^(scipy\.special|math|std|jax\.scipy\.special|tf\.math)\./.test(path)
        ? `${prefix}erfc`
        : ground.code.language === 'cpp'
          ? textOf(erf.callee, ground).replace(/erf(f?)$/, 'erfc$1')
          : undefined;
  return name === undefined ? {} : fixed(sum, `${name}(-${operand(z, ground)})`);
}
