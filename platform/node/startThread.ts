import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { StartThread } from '../../src/host/threads/thread';

/** Threads of Node's. */
export const startThread: StartThread = (program, received, failed) => {
  const worker = new Worker(program.path);
  worker.on('message', received);
  worker.once('messageerror', failed);
  worker.once('error', failed);
  // After an error this says nothing new, and the first word counts.
  worker.once('exit', () => failed(new Error('the thread ended without an answer')));
  worker.unref();
  return {
    post: (message, transfer) => worker.postMessage(message, [...transfer]),
    dispose: () => {
      worker.removeAllListeners();
      void worker.terminate();
    },
  };
};

/** How many threads run at once on this machine. */
export const cores = (): number => availableParallelism();
