import { parentPort } from 'node:worker_threads';
import { serve, type JobMessage, type Jobs } from '../../src/compute/job';

/** Does jobs as they come, in a thread of Node's. */
export function serveThread(jobs: Jobs): void {
  parentPort?.on('message', (message: JobMessage) => {
    const { reply, buffers } = serve(jobs, message);
    parentPort?.postMessage(reply, buffers);
  });
}
