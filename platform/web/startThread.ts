import type { StartThread } from '../../src/host/threads/thread';

interface WebWorker {
  onmessage: (event: { readonly data: unknown }) => void;
  onmessageerror: () => void;
  onerror: (event: { readonly message?: string }) => void;
  postMessage(message: unknown, transfer: readonly ArrayBuffer[]): void;
  terminate(): void;
}

/** What a web worker has, though its types are not here. */
interface WebThreads {
  readonly Worker?: new (url: string) => WebWorker;
  readonly Blob: new (parts: readonly Uint8Array[], options: { readonly type: string }) => unknown;
  readonly URL: { createObjectURL(blob: unknown): string; revokeObjectURL(url: string): void };
  readonly navigator?: { readonly hardwareConcurrency?: number };
}

/** Web workers, started from the program's own text: an extension's files have no address that a worker may load. */
export const startThread: StartThread = (program, received, failed) => {
  const { Worker, Blob, URL } = globalThis as unknown as WebThreads;
  if (Worker === undefined) return undefined;
  let worker: WebWorker | undefined;
  let ended = false;
  const waiting: (readonly [unknown, readonly ArrayBuffer[]])[] = [];
  let release = () => undefined as unknown;
  const start = (text: Uint8Array) => {
    if (ended) return;
    const url = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
    release = () => URL.revokeObjectURL(url);
    worker = new Worker(url);
    worker.onmessage = ({ data }) => received(data);
    worker.onmessageerror = () => failed(new Error('an answer of the thread cannot be read'));
    worker.onerror = ({ message: what }) => failed(new Error(`the thread failed: ${what ?? 'no reason given'}`));
    for (const [message, transfer] of waiting.splice(0)) worker.postMessage(message, transfer);
  };
  program.text().then(start).then(undefined, failed);
  return {
    post: (message, transfer) => {
      if (worker === undefined) waiting.push([message, transfer]);
      else worker.postMessage(message, transfer);
    },
    dispose: () => {
      ended = true;
      worker?.terminate();
      release();
    },
  };
};

/** How many threads run at once on this machine. */
export const cores = (): number => (globalThis as unknown as WebThreads).navigator?.hardwareConcurrency ?? 2;
