import type { Framework } from '../../function/spelling';
import { jax } from './jax';
import { keras } from './keras';
import { onnx } from './onnx';
import { others } from './others';
import { pytorch } from './pytorch';
import type { SpelledCall } from './spelledCall';
import { tensorflow } from './tensorflow';

/** Every spelling of every framework. */
export const spellings: readonly SpelledCall[] = [...pytorch, ...jax, ...tensorflow, ...keras, ...onnx, ...others];

/** Calls by callee: one path may be a function's in two languages. */
export const spelledCalls: ReadonlyMap<string, readonly SpelledCall[]> = byCallee();

/** Names in texts, by framework. */
export const named: ReadonlyMap<Framework, ReadonlyMap<string, SpelledCall>> = byFramework();

function byCallee(): ReadonlyMap<string, readonly SpelledCall[]> {
  const found = new Map<string, SpelledCall[]>();
  for (const row of spellings) {
    if (row.kind === 'string') continue;
    const rows = found.get(row.callee);
    if (rows === undefined) found.set(row.callee, [row]);
    else rows.push(row);
  }
  return found;
}

function byFramework(): ReadonlyMap<Framework, ReadonlyMap<string, SpelledCall>> {
  const found = new Map<Framework, Map<string, SpelledCall>>();
  for (const row of spellings) {
    if (row.kind !== 'string') continue;
    const rows = found.get(row.framework) ?? new Map<string, SpelledCall>();
    found.set(row.framework, rows.set(row.callee, row));
  }
  return found;
}
