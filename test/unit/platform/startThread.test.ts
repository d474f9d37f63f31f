import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startThread as startNode } from '../../../platform/node/startThread';
import { startThread as startWeb } from '../../../platform/web/startThread';
import type { Program, StartThread, Thread } from '../../../src/host/threads/thread';

/** What a thread says to the message "hello", or how it fails. */
async function outcome(start: StartThread, program: Program): Promise<unknown> {
  let thread: Thread | undefined;
  try {
    return await new Promise((resolve, reject) => {
      thread = start(program, resolve, reject);
      thread?.post('hello', []);
    });
  } finally {
    thread?.dispose();
  }
}

describe('a thread of Node', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'thread-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const program = (name: string, text: string): Program => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return { path, text: () => Promise.reject(new Error('not asked for')) };
  };

  it('answers', async () => {
    const port = "const { parentPort } = require('node:worker_threads');";
    const echo = program('echo.cjs', `${port} parentPort.on('message', (m) => parentPort.postMessage(m + '!'));`);
    assert.equal(await outcome(startNode, echo), 'hello!');
  });

  it('fails when its program is not there, throws, or ends without an answer', async () => {
    const absent = { ...program('x.cjs', ''), path: join(folder, 'absent.cjs') };
    await assert.rejects(outcome(startNode, absent), /absent/);
    await assert.rejects(outcome(startNode, program('throws.cjs', "throw new Error('broken');")), /broken/);
    await assert.rejects(outcome(startNode, program('ends.cjs', 'process.exit(0);')), /without an answer/);
  });
});

describe('a thread of the web', () => {
  const program: Program = { path: '', text: () => Promise.resolve(new Uint8Array()) };
  const scope = globalThis as { Worker?: unknown };
  const { Worker: real } = scope;
  afterEach(() => {
    scope.Worker = real;
  });

  it('is none where there are no workers', () => {
    scope.Worker = undefined;
    const ignore = () => undefined;
    assert.equal(startWeb(program, ignore, ignore), undefined);
  });

  it('answers', async () => {
    scope.Worker = class {
      onmessage?: (event: { data: unknown }) => void;
      postMessage(message: string) {
        this.onmessage?.({ data: `${message}!` });
      }
      terminate() {
        // nothing to end
      }
    };
    assert.equal(await outcome(startWeb, program), 'hello!');
  });

  it('fails when the worker cannot be made', async () => {
    scope.Worker = function () {
      throw new Error('no more workers');
    };
    await assert.rejects(outcome(startWeb, program), /no more workers/);
  });

  it('fails when its program cannot be read', async () => {
    scope.Worker = () => undefined;
    const unread = { path: '', text: () => Promise.reject(new Error('no such file')) };
    await assert.rejects(outcome(startWeb, unread), /no such file/);
  });
});
