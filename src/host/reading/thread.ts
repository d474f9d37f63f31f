import type * as vscode from 'vscode';

/** A thread that runs until it is disposed of. */
export interface Thread {
  dispose(): void;
}

/**
 * Starts a thread with one message for it.
 *
 * @param script the thread's program; its place and its make depend on the platform, see `reader.ts`
 * @returns what ends the thread; undefined where there are no threads
 */
export type StartThread = (
  script: vscode.Uri,
  message: unknown,
  answered: (answer: unknown) => void,
  failed: (error: unknown) => void,
) => Thread | undefined;
