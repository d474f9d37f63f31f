import type { StartThread } from '../../src/host/reading/thread';

/** What a web worker has, though its types are not here. */
interface WebThreads {
  readonly Worker?: new (url: string) => {
    onmessage: (event: { readonly data: unknown }) => void;
    onmessageerror: () => void;
    onerror: (event: { readonly message?: string }) => void;
    postMessage(message: unknown): void;
    terminate(): void;
  };
  readonly Blob: new (parts: readonly Uint8Array[], options: { readonly type: string }) => unknown;
  readonly URL: { createObjectURL(blob: unknown): string; revokeObjectURL(url: string): void };
}

/** Web workers, started from the program's own text: an extension's files have no address that a worker may load. */
export const startThread: StartThread = (program, message, answered, failed) => {
  const { Worker, Blob, URL } = globalThis as unknown as WebThreads;
  if (Worker === undefined) return undefined;
  let ended = false;
  let end = () => {
    ended = true;
  };
  const start = (text: Uint8Array) => {
    if (ended) return;
    const url = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
    end = () => URL.revokeObjectURL(url);
    const worker = new Worker(url);
    end = () => {
      worker.terminate();
      URL.revokeObjectURL(url);
    };
    worker.onmessage = ({ data }) => answered(data);
    worker.onmessageerror = () => failed(new Error('the answer of the reading thread cannot be read'));
    worker.onerror = ({ message: what }) =>
      failed(new Error(`the reading thread failed: ${what ?? 'no reason given'}`));
    worker.postMessage(message);
  };
  program.text().then(start).then(undefined, failed);
  return { dispose: () => end() };
};
