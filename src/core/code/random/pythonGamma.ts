import { exp } from '../../math/exp';
import { log } from '../../math/log';
import { PyError } from '../value';
import type { PythonRandom } from './pythonRandom';

const LOG_4 = log(4);
const MAGIC = 1 + log(4.5);

/**
 * A gamma variate as Python's `random.gammavariate` draws it.
 *
 * Source: Cheng, "The generation of gamma variables with non-integral shape parameter", Applied Statistics 26 (1977);
 * Ahrens and Dieter, algorithm GS, for shapes under 1.
 *
 * @throws PyError ValueError unless both parameters are above 0
 */
export function gammaVariate(random: PythonRandom, shape: number, scale: number): number {
  if (shape <= 0 || scale <= 0) throw new PyError('ValueError', 'gammavariate: alpha and beta must be > 0.0');
  if (shape === 1) return -log(1 - random.random()) * scale;
  if (shape < 1) return smallGamma(random, shape) * scale;
  const inverse = Math.sqrt(2 * shape - 1);
  const b = shape - LOG_4;
  const c = shape + inverse;
  for (;;) {
    const u = random.random();
    if (u <= 1e-7 || u >= 0.9999999) continue;
    const other = 1 - random.random();
    const v = log(u / (1 - u)) / inverse;
    const x = shape * exp(v);
    const z = u * u * other;
    const r = b + c * v - x;
    if (r + MAGIC - 4.5 * z >= 0 || r >= log(z)) return x * scale;
  }
}

function smallGamma(random: PythonRandom, shape: number): number {
  for (;;) {
    const b = (Math.E + shape) / Math.E;
    const p = b * random.random();
    const x = p <= 1 ? p ** (1 / shape) : -log((b - p) / shape);
    const u = random.random();
    if (p > 1 ? u <= x ** (shape - 1) : u <= exp(-x)) return x;
  }
}

/** Two gammas, as Python's `random.betavariate`. */
export function betaVariate(random: PythonRandom, a: number, b: number): number {
  const y = gammaVariate(random, a, 1);
  return y === 0 ? 0 : y / (y + gammaVariate(random, b, 1));
}
