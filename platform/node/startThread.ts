import { Worker } from 'node:worker_threads';
import type { StartThread } from '../../src/host/reading/thread';

/** Threads of Node's. */
export const startThread: StartThread = (program, message, answered, failed) => {
  const worker = new Worker(program.path);
  worker.once('message', answered);
  worker.once('messageerror', failed);
  worker.once('error', failed);
  // After an answer or an error this says nothing new, and the first word counts.
  worker.once('exit', () => failed(new Error('the reading thread ended without an answer')));
  worker.postMessage(message);
  return { dispose: () => void worker.terminate() };
};
