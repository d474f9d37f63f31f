import { answer, type ReadRequest } from '../../src/reader/answer';

/** The reading thread where threads are web workers: answers each request with a result. */
const scope = globalThis as unknown as {
  onmessage: (event: { readonly data: ReadRequest }) => void;
  postMessage(message: unknown, transfer: readonly ArrayBuffer[]): void;
};

scope.onmessage = ({ data }) => {
  const { result, buffers } = answer(data);
  scope.postMessage(result, buffers);
};
