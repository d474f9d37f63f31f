import { fork } from 'node:child_process';
import { mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { logs } from './paths';

export interface WebServerOptions {
  /** the extension's folder */
  readonly extension?: string;
  /** a bundle with `run()`, executed in the extension host */
  readonly tests?: string;
  /** the folder that the workbench opens; what is edited stays in the browser */
  readonly folder: string;
  /** any free one unless given */
  readonly port?: number;
  /** the workbench's default settings */
  readonly settings?: Readonly<Record<string, unknown>>;
}

export interface WebServer {
  readonly port: number;
  readonly url: string;
  close(): void;
}

type Answer = { readonly port: number } | { readonly error: string; readonly code?: string };

/** Serves VS Code for the Web from a process of its own, which ends with this one. */
export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
  mkdirSync(logs, { recursive: true });
  const log = openSync(join(logs, 'web-server.log'), 'w');
  const child = fork(join(__dirname, 'webServerProcess.ts'), {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', log, log, 'ipc'],
  });
  const answer = await new Promise<Answer>((resolve, reject) => {
    child.once('message', resolve);
    child.once('error', reject);
    child.once('exit', (code) => {
      reject(new Error(`The web server ended with code ${String(code)}; see .cache/logs/web-server.log`));
    });
    child.send(options);
  });
  if ('error' in answer) {
    child.disconnect();
    throw Object.assign(new Error(answer.error), { code: answer.code });
  }
  return {
    port: answer.port,
    url: `http://localhost:${answer.port}/`,
    close: () => {
      if (child.connected) child.disconnect();
    },
  };
}
