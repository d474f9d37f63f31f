import { callOf } from '../../../../src/core/function/call';
import { numericArray } from '../../../../src/core/array/numericArray';
import type { Effect, Place } from '../../../../src/host/model/effect';
import { LensModel, type Remembered } from '../../../../src/host/model/lensModel';
import type { Evaluation, FunctionCall } from '../../../../src/shared/evaluation';
import type { Surface, ToWebview } from '../../../../src/shared/protocol';

export const relu = callOf('relu');
export const tanh = callOf('tanh');
export const softmax = callOf('softmax', { axis: -1, temperature: 1 });

export function evaluationAt(
  start: number,
  call: FunctionCall = relu,
  values: readonly number[] = [1, -2],
): Evaluation {
  const source = { uri: 'file:///a.py', version: 1, start, end: start + 7, notation: 'python', label: 'a.py:1' };
  return { call, input: numericArray(values), source };
}

export function modelOf(remembered?: Remembered): LensModel {
  return new LensModel({ strings: {}, locale: 'en' }, remembered);
}

/** A view that is open, seen and has started. */
export function started(model: LensModel, surface: Surface = 'sidebar'): Place {
  const place = model.open(surface, true);
  model.receive({ type: 'ready' }, place);
  return place;
}

/** What a place is told by effects. */
export function told(effects: readonly Effect[], place: Place): ToWebview[] {
  return effects.flatMap((effect) => (effect.type === 'send' && effect.to === place ? [effect.message] : []));
}

export const kinds = (effects: readonly Effect[]): string[] => effects.map(({ type }) => type);
