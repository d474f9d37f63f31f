import { serve, type JobMessage, type Jobs } from '../../src/compute/job';

/** Does jobs as they come, where threads are web workers. */
export function serveThread(jobs: Jobs): void {
  const scope = globalThis as unknown as {
    onmessage: (event: { readonly data: JobMessage }) => void;
    postMessage(message: unknown, transfer: readonly ArrayBuffer[]): void;
  };
  scope.onmessage = ({ data }) => {
    const { reply, buffers } = serve(jobs, data);
    scope.postMessage(reply, buffers);
  };
}
