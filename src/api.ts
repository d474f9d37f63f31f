import type { CodeJobs } from './compute/codeJobs';
import {
  callOf,
  diagnose,
  functions,
  readArray,
  run,
  unstableIds,
  writeArray,
  type FunctionDescription,
  type FunctionParameter,
  type Remark,
  type Rounding,
  type Settings,
  type WorkedOut,
} from './core/index';
import type { Threads } from './host/threads/threads';

/**
 * What other extensions get from `vscode.extensions.getExtension('activation-lens.activation-lens').activate()`.
 * Numbers are float64; arrays are `{ data: Float64Array, shape, dtype }`.
 */
export interface ActivationLensApi {
  /** goes up when something here changes so that a caller must change too */
  readonly version: 1;
  /** every function with its parameters, formula, explanations and spellings */
  readonly functions: ReadonlyMap<string, FunctionDescription & { readonly parameters: readonly FunctionParameter[] }>;
  /** @throws RangeError for an unknown function, or settings or an array that do not fit */
  evaluate(
    id: string,
    array: ReturnType<typeof run>,
    settings?: Settings,
    rounding?: Partial<Rounding>,
  ): ReturnType<typeof run>;
  /** never throws: gives the array, or the problems with their places */
  readonly readArray: typeof readArray;
  readonly writeArray: typeof writeArray;
  readonly diagnose: typeof diagnose;
  /** unstable formulas in code, found in a thread of its own */
  findUnstable(text: string, languageId: string): Promise<readonly Remark[]>;
  /** what a Python program computes, worked out from its text in a thread of its own; nothing is run */
  workOut(text: string): Promise<WorkedOut>;
}

export function createApi(code: Pick<Threads<CodeJobs>, 'run'>): ActivationLensApi {
  return {
    version: 1,
    functions,
    evaluate: (id, array, settings = {}, rounding = {}) => run(callOf(id, settings, rounding), array),
    readArray,
    writeArray,
    diagnose,
    findUnstable: (text, languageId) => code.run('unstable', { text, languageId, rules: unstableIds }),
    workOut: (text) => code.run('workOut', { text }),
  };
}
