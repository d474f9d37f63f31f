/** The little of Node's `process` that the assert package asks for in a web worker. */
export const process = {
  env: {},
  browser: true,
  version: '',
  platform: 'browser',
  nextTick: (callback: (...values: unknown[]) => void, ...values: unknown[]) => {
    queueMicrotask(() => callback(...values));
  },
};
