import { activations } from '../core/activations/registry';
import { isNetworkCall, type FunctionCall } from './evaluation';
import type { Room } from './protocol';

/** The room in which a call is looked at: its own, or the precision room where that is open already. */
export function roomFor(call: FunctionCall, room: Room): Room {
  if (isNetworkCall(call)) return 'network';
  if (activations.has(call.function)) return room === 'precision' ? room : 'function';
  // the registries of softmaxes and gates are loaded later; only a softmax has a temperature
  if (call.settings.temperature !== undefined) return room === 'precision' ? room : 'softmax';
  return 'function';
}
