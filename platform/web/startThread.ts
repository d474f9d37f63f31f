import * as vscode from 'vscode';
import type { StartThread } from './thread';

/** What a web worker has, though its types are not here. */
interface WebThreads {
  readonly Worker?: new (url: string) => {
    onmessage: (event: { readonly data: unknown }) => void;
    onerror: (event: { readonly message?: string }) => void;
    postMessage(message: unknown): void;
    terminate(): void;
  };
  readonly Blob: new (parts: readonly Uint8Array[], options: { readonly type: string }) => unknown;
  readonly URL: { createObjectURL(blob: unknown): string; revokeObjectURL(url: string): void };
}

/** Web workers, started from the script's own text: an extension's files have no address that a worker may load. */
export const startThread: StartThread = (script, message, answered, failed) => {
  const { Worker, Blob, URL } = globalThis as unknown as WebThreads;
  if (Worker === undefined) return undefined;
  let ended = false;
  let end = () => {
    ended = true;
  };
  const start = (program: Uint8Array) => {
    if (ended) return;
    const url = URL.createObjectURL(new Blob([program], { type: 'text/javascript' }));
    const worker = new Worker(url);
    end = () => {
      worker.terminate();
      URL.revokeObjectURL(url);
    };
    worker.onmessage = ({ data }) => answered(data);
    worker.onerror = ({ message: what }) =>
      failed(new Error(`the reading thread failed: ${what ?? 'no reason given'}`));
    worker.postMessage(message);
  };
  vscode.workspace.fs.readFile(script).then(start, failed);
  return { dispose: () => end() };
};
