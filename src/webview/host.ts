import { readToWebview, type ToHost, type ToWebview } from '../shared/protocol';

interface VsCodeApi {
  postMessage(message: ToHost): void;
  getState(): unknown;
  setState(state: string): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

const api = acquireVsCodeApi();

/** Sends a message to the extension. */
export function post(message: ToHost): void {
  api.postMessage(message);
}

/** Hands on every message that fits the protocol; others are reported to the log. */
export function listen(handle: (message: ToWebview) => void): void {
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    const message = readToWebview(event.data);
    if (message !== undefined) handle(message);
    else if (isOurs(event.data)) post({ type: 'log', message: 'a message from the host is not in the protocol' });
  });
}

/** The state that VS Code keeps while the view is hidden. */
export const savedState = {
  get: (): string | undefined => {
    const state = api.getState();
    return typeof state === 'string' ? state : undefined;
  },
  set: (state: string): void => api.setState(state),
};

function isOurs(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'type' in data;
}
