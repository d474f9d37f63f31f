import { parentPort } from 'node:worker_threads';
import { answer, type ReadRequest } from '../../src/reader/answer';

/** The reading thread under Node. */
parentPort?.on('message', (request: ReadRequest) => {
  const { result, buffers } = answer(request);
  parentPort?.postMessage(result, buffers);
});
