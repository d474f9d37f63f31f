import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { readArray } from '../../../src/core';
import { bigText, Reader } from '../../../src/host/reading/reader';
import type { ComputeJobs } from '../../../src/compute/computeJobs';
import { Threads } from '../../../src/host/threads/threads';
import { lensExtension } from './util/extension';
import { closeAll, run } from './util/lens';

/** A JSON list of `count` numbers of full length, longer than what is read at once. */
const listOf = (count: number): string =>
  JSON.stringify(Array.from({ length: count }, (_, i) => Math.sin(i) * 10 ** ((i % 7) - 3)));

describe('reading big texts', function () {
  this.timeout(60_000);
  const threads = new Threads<ComputeJobs>(lensExtension().extensionUri, 'compute');
  after(() => threads.dispose());
  afterEach(closeAll);

  it('happens in a thread: timers go on meanwhile, and the answer is the same', async () => {
    const text = listOf(100_000);
    assert.ok(text.length > bigText);
    const reader = new Reader(threads);
    let ticks = 0;
    const clock = setInterval(() => ticks++, 1);
    const read = await reader.read(text, { languageId: 'json', ranges: true }).finally(() => clearInterval(clock));
    assert.ok(ticks > 0, 'no timer ran while the text was read');
    const expected = readArray(text, { languageId: 'json', ranges: true });
    assert.deepEqual(read, expected);
  });

  it('ends when it is cancelled, before and while', async () => {
    const reader = new Reader(threads);
    const source = new vscode.CancellationTokenSource();
    const reading = reader.read(listOf(400_000), {}, source.token);
    source.cancel();
    await assert.rejects(reading, vscode.CancellationError);
    await assert.rejects(reader.read(listOf(100_000), {}, source.token), vscode.CancellationError);
  });

  it('says the same of what is wrong', async () => {
    const text = `${listOf(100_000).slice(0, -1)}, oops]`;
    const reader = new Reader(threads);
    const read = await reader.read(text, {});
    assert.ok(!read.ok);
    assert.deepEqual(read, readArray(text, {}));
  });

  it('serves a command on a big selection', async () => {
    const text = listOf(100_000);
    const document = await vscode.workspace.openTextDocument({ content: `weights = ${text}\n`, language: 'python' });
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(0, 10, 0, 10 + text.length);
    const outcome = await run('evaluate', { function: 'relu', output: 'none' });
    assert.equal(outcome.result.data.length, 100_000);
    assert.equal(outcome.result.data[0], 0);
  });
});
