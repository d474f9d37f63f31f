import { readToHost, readToWebview, type ToHost, type ToWebview } from '../shared/protocol';

interface VsCodeApi {
  postMessage(message: ToHost): void;
  getState(): unknown;
  setState(state: string): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

const api = acquireVsCodeApi();

/** What is sent many times a second is sent once a frame, as it is then. */
const frameMilliseconds = 16;
const waiting = new Map<string, () => ToHost>();
let timer: ReturnType<typeof setTimeout> | undefined;
let tooLarge = (): void => undefined;

/**
 * Sends a message to the extension, after all that waits.
 *
 * @returns whether it was sent: one beyond the limits of the protocol is not, and people are told
 */
export function post(message: ToHost): boolean {
  flush();
  return send(message);
}

/** Sends a message now, or at the end of the frame where one was sent in it: what is said last in a frame counts. */
export function postSoon(key: string, message: () => ToHost): void {
  if (timer !== undefined) {
    waiting.set(key, message);
    return;
  }
  timer = setTimeout(flush, frameMilliseconds);
  send(message());
}

/** What is to be done when a message is too large to be sent. */
export function whenTooLarge(tell: () => void): void {
  tooLarge = tell;
}

function flush(): void {
  clearTimeout(timer);
  timer = undefined;
  const messages = [...waiting.values()];
  waiting.clear();
  for (const message of messages) send(message());
}

function send(message: ToHost): boolean {
  if (readToHost(message) === undefined) {
    api.postMessage({ type: 'log', message: `a message "${message.type}" is not in the protocol` });
    tooLarge();
    return false;
  }
  api.postMessage(message);
  return true;
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
