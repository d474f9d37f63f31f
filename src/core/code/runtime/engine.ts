import type { Unknown, Value } from '../value';
import type { ArrayLibrary } from './arrays';
import type { Runtime } from './runtime';

/** What the parts of the interpreter know of it, so that they need not know each other. */
export interface Engine extends Runtime {
  /** something unknown has come up, so arguments are looked through for it */
  anyUnknown: boolean;
  /** @throws PyError ModuleNotFoundError when no library of arrays is there */
  arrays(): ArrayLibrary;
  /** Whether unseeded numbers were drawn since it was last asked. */
  drewUnseeded: boolean;
  unknown(reason: string, example?: Value): Unknown;
}
