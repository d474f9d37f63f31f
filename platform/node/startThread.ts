import { Worker } from 'node:worker_threads';
import type { StartThread } from '../src/host/reading/thread';

/** Threads of Node's. The build for Node takes this file in the place of `src/host/reading/startThread.ts`. */
export const startThread: StartThread = (script, message, answered, failed) => {
  const worker = new Worker(script.fsPath);
  worker.once('message', answered);
  worker.once('error', failed);
  worker.postMessage(message);
  return { dispose: () => void worker.terminate() };
};
