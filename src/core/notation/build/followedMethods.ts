import type { DType } from '../../array/numericArray';
import { roundTo } from '../../precision/roundTo';
import type { Problem } from '../../problem';
import { problem, quoted } from '../problems';
import type { ArrayBuilder } from './arrayBuilder';
import { groupEnd, isNameStart, type Blanks } from '../lexis/trivia';
import type { Dialect } from '../lexis/dialect';
import { dtypeOfName } from '../lexis/words';

/** What is done to an array behind its literal, and can be followed exactly: no value is computed. */
export type LayoutStep =
  | { readonly kind: 'dtype'; readonly dtype: DType }
  | { readonly kind: 'transpose' }
  /** one length may be -1: what is left; whether values are taken out, and put in, with the first index fastest */
  | {
      readonly kind: 'reshape';
      readonly shape: readonly number[];
      readonly outByColumns: boolean;
      readonly inByColumns: boolean;
    }
  /** takes out a dimension of length 1; undefined: all of them */
  | { readonly kind: 'squeeze'; readonly dimension: number | undefined }
  | { readonly kind: 'unsqueeze'; readonly dimension: number };

/** Methods behind a literal: `.reshape(2, -1).T`. */
export interface Methods {
  readonly steps: readonly LayoutStep[];
  /** one past the last method that is followed; where the literal ends if there is none */
  readonly end: number;
  /** the first method that would have to be computed */
  readonly problem: Problem | undefined;
}

/** Methods that change where an array lives, not its values. */
const harmless = new Set(
  (
    'cuda cpu mps clone detach copy contiguous requires_grad_ numpy tolist toList asList iterator to_vec as_slice ' +
    'into toArray block_until_ready item realize eval'
  ).split(' '),
);

const conversions: ReadonlyMap<string, DType> = new Map([
  ['float', 'float32'],
  ['half', 'float16'],
  ['double', 'float64'],
  ['bfloat16', 'bfloat16'],
]);

export const noMethods = (end: number): Methods => ({ steps: [], end, problem: undefined });

/** Reads the chain of methods and attributes that begins at `p`, right behind a literal. */
export function readMethods(text: string, p: number, blanks: Blanks, dialect: Dialect): Methods {
  const steps: LayoutStep[] = [];
  let end = p;
  if (dialect.matrix !== undefined && text.charCodeAt(p - 1) === 93) {
    // MATLAB's and Julia's transpose
    const mark = text.charCodeAt(p) === 46 ? 2 : 1;
    if (text.charCodeAt(p + mark - 1) === 39)
      return { steps: [{ kind: 'transpose' }], end: p + mark, problem: undefined };
  }
  for (let q = p; text.charCodeAt(q) === 46 && isNameStart(text.charCodeAt(q + 1));) {
    const word = /\w{1,80}/y;
    word.lastIndex = q + 1;
    word.test(text);
    const stop = word.lastIndex;
    const name = text.slice(q + 1, stop);
    if (/^(dtype|shape|size|device|ndim)/.test(name)) break;
    const called = text.charCodeAt(stop) === 40;
    const close = called ? groupEnd(text, stop, Math.min(text.length, stop + 300), blanks) : stop;
    const argument = called && close > 0 ? text.slice(stop + 1, close - 1).trim() : undefined;
    const step = close < 0 ? undefined : stepOf(name, argument);
    if (step === undefined) {
      return { steps, end, problem: problem('array-expression', q, stop - q, { text: quoted(text, q, stop) }) };
    }
    q = close;
    if (step === 'none') continue;
    steps.push(step);
    end = q;
  }
  return { steps, end, problem: undefined };
}

/** What a method does; 'none' where it leaves the array as it is, undefined where it cannot be followed. */
function stepOf(name: string, argument: string | undefined): LayoutStep | 'none' | undefined {
  if (name === 'T' || name === 'mT') return argument === undefined ? { kind: 'transpose' } : undefined;
  // Rust's and Kotlin's fields, and casts without brackets
  if (argument === undefined) return harmless.has(name) ? 'none' : undefined;
  if (harmless.has(name)) return 'none';
  const cast = argument === '' ? conversions.get(name) : undefined;
  if (cast !== undefined) return { kind: 'dtype', dtype: cast };
  switch (name) {
    case 't':
    case 'transpose':
      return argument === '' || /^(?:0, ?1|1, ?0|-1, ?-2|-2, ?-1)$/.test(argument) ? { kind: 'transpose' } : undefined;
    case 'flatten':
    case 'ravel':
      return /^(?:|order=(?:'[CF]'|"[CF]"))$/.test(argument) ? reshape(['-1', argument], false) : undefined;
    case 'reshape':
    case 'view':
      return reshape([argument], false);
    case 'squeeze':
    case 'unsqueeze': {
      const found = /^(?:(?:dim|axis)=)?(-?\d{1,2})?$/.exec(argument);
      if (found === null || (found[1] === undefined && name === 'unsqueeze')) return undefined;
      const dimension = found[1] === undefined ? undefined : Number(found[1]);
      return name === 'squeeze' ? { kind: 'squeeze', dimension } : { kind: 'unsqueeze', dimension: dimension! };
    }
    case 'to':
    case 'type':
    case 'astype':
    case 'cast':
      return conversion(argument, name === 'to');
  }
  return undefined;
}

/** `.to(torch.float16)`, `.astype('float32')`, `.to('cuda')`. Whole numbers would lose their fractions: refused. */
function conversion(argument: string, device: boolean): LayoutStep | 'none' | undefined {
  for (const part of argument.split(',')) {
    const name = part.trim().replace(/^dtype=/, '');
    const dtype = dtypeOfName(name, false);
    if (dtype !== undefined)
      return /float|half|double|single|bf16|[<'"]f\d/.test(name) ? { kind: 'dtype', dtype } : undefined;
  }
  return device ? 'none' : undefined;
}

/**
 * The step of `reshape`'s arguments: `2, -1`, `(2, 2)`, `shape=(2, 2)`, `(/2, 2/), order=(/2, 1/)`; undefined where a
 * length is no number.
 *
 * @param columns whether the language fills the first index fastest
 */
export function reshape(parts: readonly string[], columns: boolean): LayoutStep | undefined {
  const words = parts.join(',').replaceAll(/\s/g, '').replace(/,$/, '');
  const order = /,order=(?:'([CFA])'|"([CFA])"|[[(]\/?([\d,]{1,30})\/?[\])])/.exec(words);
  const rest = order === null ? words : words.replace(order[0], '');
  const lengths = /^(?:(?:new)?shape=)?[[(]?\/?(-?\d{1,9}(?:,-?\d{1,9}){0,63}),?\/?[\])]?$/.exec(rest);
  if (lengths === null) return undefined;
  const shape = lengths[1]!.split(',').map(Number);
  if (shape.some((length) => length < -1) || shape.filter((length) => length === -1).length > 1) return undefined;
  const letter = order?.[1] ?? order?.[2];
  const outByColumns = letter === undefined ? columns : letter === 'F';
  if (order !== null && letter === undefined) {
    // Fortran's order of the dimensions: only as they are, or turned round
    const dimensions = order[3]!.split(',').map(Number);
    const ascending = dimensions.every((dimension, i) => dimension === i + 1);
    const descending = dimensions.every((dimension, i) => dimension === dimensions.length - i);
    return ascending || descending ? { kind: 'reshape', shape, outByColumns, inByColumns: ascending } : undefined;
  }
  return { kind: 'reshape', shape, outByColumns, inByColumns: outByColumns };
}

/**
 * Does the steps, in order.
 *
 * @returns the dtype at the end, and the shape that does not hold the values where there is one
 */
export function applyLayout(
  builder: ArrayBuilder,
  steps: readonly LayoutStep[],
  dtype: DType,
): { readonly dtype: DType; readonly wrong: readonly number[] | undefined } {
  let now = dtype;
  for (const step of steps) {
    const shape = builder.shape();
    if (step.kind === 'dtype') {
      // the narrower type before has rounded already
      for (let i = 0; i < builder.length; i++) builder.data[i] = roundTo(now, builder.data[i]!);
      now = step.dtype;
    } else if (step.kind === 'transpose') builder.reverseDimensions();
    else if (step.kind === 'reshape') {
      const wanted = filledIn(step.shape, builder.length);
      if (wanted === undefined) return { dtype: now, wrong: step.shape };
      if (step.outByColumns) builder.reverseDimensions();
      builder.reshape(step.inByColumns ? [...wanted].reverse() : wanted);
      if (step.inByColumns) builder.reverseDimensions();
    } else if (step.kind === 'squeeze') {
      const { dimension } = step;
      const at = dimension === undefined || dimension >= 0 ? dimension : dimension + shape.length;
      builder.reshape(shape.filter((length, i) => length !== 1 || (at !== undefined && i !== at)));
    } else {
      const at = step.dimension < 0 ? step.dimension + shape.length + 1 : step.dimension;
      if (at < 0 || at > shape.length) return { dtype: now, wrong: [step.dimension] };
      builder.reshape([...shape.slice(0, at), 1, ...shape.slice(at)]);
    }
  }
  return { dtype: now, wrong: undefined };
}

/** The shape with its -1 replaced by what is left; undefined where it does not hold as many values. */
function filledIn(shape: readonly number[], count: number): number[] | undefined {
  const known = shape.reduce((product, length) => (length === -1 ? product : product * length), 1);
  const whole = shape.map((length) => (length === -1 ? count / known : length));
  const holds = whole.reduce((product, length) => product * length, 1);
  return holds === count && whole.every(Number.isInteger) ? whole : undefined;
}
