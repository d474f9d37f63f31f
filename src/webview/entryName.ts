import { isNetworkCall, type FunctionCall } from '../shared/evaluation';
import { t } from './text';

/** How an evaluation that nobody named is called. */
export function entryName(call: FunctionCall, shape: readonly number[], source: string): string {
  const what = isNetworkCall(call) ? t('room.network') : call.function;
  return `${what} [${shape.join(', ')}] ${source}`.trim();
}
