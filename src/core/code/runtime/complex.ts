import { PyError, type PyComplex, type Value } from '../value';
import { floatRepr } from '../text/floatRepr';

export function isComplex(value: Value): value is PyComplex {
  return typeof value === 'object' && value?.kind === 'complex';
}

function parts(value: Value): readonly [number, number] {
  if (isComplex(value)) return [value.re, value.im];
  return [Number(value), 0];
}

/** + - * / and ** of complex numbers; undefined for what they do not have. */
export function complexBinary(operator: string, left: Value, right: Value): Value | undefined {
  const [a, b] = parts(left);
  const [c, d] = parts(right);
  const make = (re: number, im: number): PyComplex => ({ kind: 'complex', re, im });
  switch (operator) {
    case '+':
      return make(a + c, b + d);
    case '-':
      return make(a - c, b - d);
    case '*':
      return make(a * c - b * d, a * d + b * c);
    case '/': {
      const size = c * c + d * d;
      if (size === 0) throw new PyError('ZeroDivisionError', 'complex division by zero');
      return make((a * c + b * d) / size, (b * c - a * d) / size);
    }
    case '**': {
      if (c === 0 && d === 0) return make(1, 0);
      const length = Math.hypot(a, b);
      const angle = Math.atan2(b, a);
      const size = length ** c * Math.exp(-d * angle);
      const turn = c * angle + d * Math.log(length);
      return make(size * Math.cos(turn), size * Math.sin(turn));
    }
    default:
      return undefined;
  }
}

/** `(1+2j)`, `2j` */
export function complexRepr(value: PyComplex): string {
  const short = (part: number): string => floatRepr(part).replace(/\.0$/, '');
  if (value.re === 0 && !Object.is(value.re, -0)) return `${short(value.im)}j`;
  const im = short(value.im);
  return `(${short(value.re)}${im.startsWith('-') ? '' : '+'}${im}j)`;
}
