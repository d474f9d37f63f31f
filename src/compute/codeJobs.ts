import { findUnstable, parseCode, withoutSilenced, type Remark, type UnstableId } from '../core/index';

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
};

export type CodeJobs = typeof codeJobs;
