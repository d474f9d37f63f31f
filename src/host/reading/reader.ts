import { startThread } from '#platform/startThread';
import * as vscode from 'vscode';
import { readArray, type ReadHint, type ReadResult } from '../../core/index';
import type { ReadRequest } from '../../reader/answer';
import type { Program, Thread } from './thread';

/** Characters from which on a text is read by a thread of its own: below, the extension is done before one has started. */
export const bigText = 1 << 20;

/** Reads texts, big ones in a thread of their own so that neither the editor nor other extensions wait. */
export class Reader {
  constructor(private readonly extension: vscode.Uri) {}

  /** @throws vscode.CancellationError when `token` is cancelled before the text is read */
  async read(text: string, hint: ReadHint, token?: vscode.CancellationToken): Promise<ReadResult> {
    if (text.length < bigText) return readArray(text, hint);
    return this.readInThread({ text, hint }, token);
  }

  private async readInThread(request: ReadRequest, token?: vscode.CancellationToken): Promise<ReadResult> {
    let listening: vscode.Disposable | undefined;
    let thread: Thread | undefined;
    try {
      return await new Promise<ReadResult>((resolve, reject) => {
        const answered = (answer: unknown) => resolve(answer as ReadResult);
        const cancel = () => reject(new vscode.CancellationError());
        listening = token?.onCancellationRequested(cancel);
        if (token?.isCancellationRequested === true) cancel();
        thread = startThread(threadProgram(this.extension), request, answered, reject);
        if (thread === undefined) resolve(readArray(request.text, request.hint));
      });
    } finally {
      thread?.dispose();
      listening?.dispose();
    }
  }
}

/** The program of the reading thread, made for the place where the extension runs. */
function threadProgram(extension: vscode.Uri): Program {
  const script = vscode.Uri.joinPath(extension, 'dist', PLATFORM, 'reader.js');
  return { path: script.fsPath, text: () => vscode.workspace.fs.readFile(script) };
}

/** `node` or `web`, set by the build. */
declare const PLATFORM: string;
