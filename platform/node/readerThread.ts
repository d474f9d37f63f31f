import { parentPort } from 'node:worker_threads';
import { answer, type ReadRequest } from '../src/reader/answer';

/** The reading thread under Node; `src/reader/main.ts` is its twin in browsers. */
parentPort?.on('message', (request: ReadRequest) => {
  const { result, buffers } = answer(request);
  parentPort?.postMessage(result, buffers);
});
