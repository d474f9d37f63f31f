import { completeSettings } from '../function/completeSettings';
import { CallError } from '../function/fault';
import type { Activation, Parameters } from './activation';

/**
 * The parameters of a call made complete: what `given` leaves out takes its default.
 *
 * @throws RangeError that says what was required, e.g. "squareplus requires b of at least 0, got -1"
 */
export function completeParameters(activation: Activation, given: Parameters = {}): Parameters {
  const complete = completeSettings(activation, given);
  if (complete.fault !== undefined) throw new CallError(complete.fault);
  // an activation's parameters are all numbers
  return complete.settings as Parameters;
}
