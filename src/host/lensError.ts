import type * as vscode from 'vscode';

/** A place in a document that an error can point at. */
export interface Place {
  readonly document: vscode.TextDocument;
  readonly range: vscode.Range;
}

/**
 * Something that the person, or the calling program, can put right: worded for people, with a code for programs.
 * Everything else that is thrown is a bug and goes to the log.
 */
export class LensError extends Error {
  override readonly name = 'LensError';

  constructor(
    readonly code: string,
    message: string,
    readonly place?: Place,
  ) {
    super(message);
  }
}
