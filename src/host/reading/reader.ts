import type * as vscode from 'vscode';
import type { ComputeJobs } from '../../compute/computeJobs';
import { readArray, type ReadHint, type ReadResult } from '../../core/index';
import { NoThreads } from '../threads/pool';
import type { Threads } from '../threads/threads';

/** Characters from which on a text is read by a thread of its own: below, the extension is done before one has started. */
export const bigText = 1 << 20;

/** Reads texts, big ones in a thread of their own so that neither the editor nor other extensions wait. */
export class Reader {
  constructor(private readonly threads: Pick<Threads<ComputeJobs>, 'run'>) {}

  /** @throws vscode.CancellationError when `token` is cancelled before the text is read */
  async read(text: string, hint: ReadHint, token?: vscode.CancellationToken): Promise<ReadResult> {
    if (text.length < bigText) return readArray(text, hint);
    try {
      return await this.threads.run('read', { text, hint }, token);
    } catch (error) {
      if (error instanceof NoThreads) return readArray(text, hint);
      throw error;
    }
  }
}
