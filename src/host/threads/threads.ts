import { cores, startThread } from '#platform/startThread';
import * as vscode from 'vscode';
import type { AnswerOf, Jobs, RequestOf } from '../../compute/job';
import { Pool } from './pool';
import type { Program } from './thread';

/** More threads than this gain nothing that people would notice. */
const MOST = 8;

/** `node` or `web`, set by the build. */
declare const PLATFORM: string;

/** The program of a thread, made for the place where the extension runs. */
function programOf(extension: vscode.Uri, name: string): Program {
  const script = vscode.Uri.joinPath(extension, 'dist', PLATFORM, `${name}.js`);
  return { path: script.fsPath, text: () => vscode.workspace.fs.readFile(script) };
}

/** The threads of one program, with VS Code's cancellation. */
export class Threads<J extends Jobs> implements vscode.Disposable {
  private readonly pool: Pool<J>;

  /**
   * @param name the program's file without its ending
   * @param most threads at once, at most as many as the machine has cores
   */
  constructor(extension: vscode.Uri, name: string, most = MOST) {
    const program = programOf(extension, name);
    this.pool = new Pool((received, failed) => startThread(program, received, failed), Math.min(most, cores(), MOST));
  }

  /** @throws vscode.CancellationError when `token` is cancelled before the job is done */
  async run<K extends keyof J & string>(
    job: K,
    request: RequestOf<J, K>,
    token?: vscode.CancellationToken,
  ): Promise<AnswerOf<J, K>> {
    if (token === undefined) return this.pool.run(job, request);
    if (token.isCancellationRequested) throw new vscode.CancellationError();
    let listening: vscode.Disposable | undefined;
    const onCancel = (cancel: (reason: unknown) => void) => {
      listening = token.onCancellationRequested(() => cancel(new vscode.CancellationError()));
    };
    try {
      return await this.pool.run(job, request, { onCancel });
    } finally {
      listening?.dispose();
    }
  }

  dispose(): void {
    this.pool.dispose();
  }
}
