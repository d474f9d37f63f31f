import {
  findUnstable,
  parseCode,
  readNetwork,
  withoutSilenced,
  workOut,
  type NetworkResult,
  type Remark,
  type UnstableId,
  type WorkedOut,
} from '../core/index';

import { lookAt } from './lookAt';

/** Work on code: its grammars are loaded with this thread, and only here. */
export const codeJobs = {
  unstable: (request: {
    readonly text: string;
    readonly languageId: string;
    readonly rules: readonly UnstableId[];
  }): readonly Remark[] =>
    withoutSilenced(
      findUnstable(parseCode(request.text, request.languageId), 0, request.text.length, new Set(request.rules)),
      request.text,
    ),
  readNetwork: ({ text, languageId }: { readonly text: string; readonly languageId: string }): NetworkResult =>
    readNetwork(text, { languageId }),
  workOut: ({ text }: { readonly text: string }): WorkedOut => workOut(text, { languageId: 'python' }),
  lookAt,
};

export type CodeJobs = typeof codeJobs;
