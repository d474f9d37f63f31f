import { PyError, type PyComplex } from '../value';
import { bitLength } from '../runtime/integers';
import { int, tuple, type Method, type Methods } from './method';

export const intMethods: Methods<bigint> = new Map<string, Method<bigint>>([
  ['bit_length', (self) => int(bitLength(self < 0n ? -self : self))],
  ['bit_count', (self) => int(self.toString(2).replace(/[^1]/g, '').length)],
  ['conjugate', (self) => self],
  ['is_integer', () => true],
  ['as_integer_ratio', (self) => tuple([self, 1n])],
]);

export const floatMethods: Methods<number> = new Map<string, Method<number>>([
  ['is_integer', (self) => Number.isInteger(self)],
  ['conjugate', (self) => self],
  [
    'as_integer_ratio',
    (self) => {
      if (!Number.isFinite(self)) throw new PyError('OverflowError', 'cannot convert Infinity to integer ratio');
      let bottom = 1n;
      let top = self;
      while (!Number.isInteger(top)) {
        top *= 2;
        bottom *= 2n;
      }
      return tuple([BigInt(top), bottom]);
    },
  ],
]);
export const complexMethods: Methods<PyComplex> = new Map<string, Method<PyComplex>>([
  ['conjugate', (self) => ({ kind: 'complex', re: self.re, im: -self.im })],
]);
