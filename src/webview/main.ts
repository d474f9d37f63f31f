import { post } from './host';
import './app';

// Nobody waits for the kernels: until they are there, core computes the same numbers without them.
requestIdleCallback(() => void import('../shared/kernels').then(({ startKernels }) => startKernels()));

// What nobody caught is told to the log, so that it does not vanish with the webview.
window.addEventListener('error', (event) =>
  post({ type: 'log', message: `${event.message} (${event.filename}:${String(event.lineno)})`.slice(0, 4000) }),
);
window.addEventListener('unhandledrejection', (event) =>
  post({ type: 'log', message: String(event.reason).slice(0, 4000) }),
);
