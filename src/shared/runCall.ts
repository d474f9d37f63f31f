import { evaluate, forward, gates, sampleNetwork, softmaxFamily, type NumericArray } from '../core/index';
import type { FunctionCall } from './evaluation';

/**
 * Applies a function call to an array: the one place that turns a call into numbers.
 *
 * @throws RangeError when the function is unknown or the array does not fit it, e.g. an axis that is not there
 */
export function runCall(call: FunctionCall, input: NumericArray): NumericArray {
  switch (call.kind) {
    case 'activation':
      return evaluate(call.function, input, call.params, { dtype: call.dtype, mode: call.mode });
    case 'softmax': {
      const { axis, temperature, dtype, mode } = call;
      return known(softmaxFamily.get(call.function), call.function).apply(input, { axis, temperature, dtype, mode });
    }
    case 'gate': {
      const { axis, pieces, gate } = call;
      return known(gates.get(call.function), call.function).apply(input, { axis, pieces, gate });
    }
    case 'network':
      return forward(sampleNetwork, input).y;
  }
}

function known<T>(record: T | undefined, id: string): T {
  if (record === undefined) throw new RangeError(`runCall requires a known function id, got "${id}"`);
  return record;
}
