import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openMarked, rejection, run, values } from './util/lens';

interface Trace {
  layers: { a: { data: Float64Array }; z: { data: Float64Array } }[];
  y: { data: Float64Array; shape: number[] };
}

describe('activationLens.softmax', () => {
  it('takes an axis', async () => {
    const outcome = await run('softmax', { text: '[[0, 1], [0, 3]]', axis: 0, output: 'none' });
    assert.deepEqual(outcome.params, { axis: 0, temperature: 1 });
    assert.deepEqual(values(outcome.result, 6), [0.5, 0.119203, 0.5, 0.880797]);
  });

  it('takes a temperature', async () => {
    const warm = await run('softmax', { text: '[2, 4, 6]', temperature: 2, output: 'none' });
    const plain = await run('softmax', { text: '[1, 2, 3]', output: 'none' });
    assert.deepEqual(values(warm.result), values(plain.result));
  });

  it('rejects a temperature of zero', async () => {
    assert.equal((await rejection(run('softmax', { text: '[1]', temperature: 0 }))).code, 'bad-parameter');
  });
});

describe('activationLens.repeat and what follows a result', () => {
  afterEach(closeAll);

  it('repeats the last evaluation on the present selection', async () => {
    await run('evaluate', { function: 'leakyRelu', params: { negativeSlope: 0.5 }, text: '[1]', output: 'none' });
    await openMarked('y = [|[-2, 2]|]');
    const outcome = await run('repeat', { output: 'none' });
    assert.deepEqual(outcome.params, { negativeSlope: 0.5 });
    assert.deepEqual(values(outcome.result), [-1, 2]);
  });

  it('replaces the selection with the result, and undoes it', async () => {
    const editor = await openMarked('y = [|[-2, 2]|]');
    await run('evaluate', { function: 'relu', output: 'none' });
    await run('replaceSelection');
    assert.equal(editor.document.getText(), 'y = [0, 2]');
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), 'y = [-2, 2]');
  });

  it('inserts the result below', async () => {
    const editor = await openMarked('[|[-2, 2]|]', 'json');
    await run('evaluate', { function: 'relu', output: 'none' });
    await run('insertBelow');
    assert.equal(editor.document.getText(), '[-2, 2]\n[0, 2]');
  });

  it('copies the last result though the selection has gone', async () => {
    await run('evaluate', { function: 'relu', text: '[-2, 2]', output: 'none' });
    await openMarked('nothing| here');
    await run('copyResult');
    assert.equal(await vscode.env.clipboard.readText(), '[0, 2]');
  });

  it('opens the last result in a new editor', async () => {
    await run('evaluate', { function: 'relu', text: '[-2, 2]', output: 'none' });
    await run('openResult');
    assert.equal(vscode.window.activeTextEditor?.document.getText(), '[0, 2]\n');
  });

  it('copies the last result in another notation', async () => {
    await run('evaluate', { function: 'relu', text: '[[-2, 2], [3, 4]]', output: 'none' });
    const text = await run<string>('copyResultAs', { notation: 'matlab' });
    assert.equal(await vscode.env.clipboard.readText(), text);
    assert.match(text, /^\[0,? 2; 3,? 4\]$/);
  });

  it('copies the selection in another notation', async () => {
    await openMarked('w = [|tensor([[1., -2.], [3., 4.]])|]');
    const text = await run<string>('copySelectionAs', { notation: 'c' });
    assert.match(text.replace(/\s+/g, ' '), /\{ ?\{1\.?0?f, -2\.?0?f\}, ?\{3\.?0?f, 4\.?0?f\},? ?\}/);
  });

  it('rejects a notation that it does not know', async () => {
    const error = await rejection(run('copySelectionAs', { notation: 'runes', text: '[1, 2]' }));
    assert.equal(error.code, 'unknown-notation');
  });

  it('takes several cursors inside one array as that array', async () => {
    await openMarked('[1, |2, |3]');
    const outcome = await run('evaluate', { function: 'relu', output: 'none' });
    assert.deepEqual(values(outcome.result), [1, 2, 3]);
  });
});

describe('the network commands', () => {
  afterEach(closeAll);

  it('runs the sample network', async () => {
    const trace = await run<Trace>('runSampleNetwork');
    assert.deepEqual(values(trace.y, 8), [0.31682708, 0.69627909]);
    assert.equal(trace.layers.length, 3);
  });

  it('runs a vector and a batch that came as arguments', async () => {
    assert.deepEqual(values((await run<Trace>('runNetwork', { x: [1, 0.5] })).y, 8), [0.31682708, 0.69627909]);
    const batch = await run<Trace>('runNetwork', { text: '[[1, 0.5], [0, 0]]' });
    assert.deepEqual(batch.y.shape, [2, 2]);
  });

  it('runs the selection', async () => {
    await openMarked('x = np.array([1.0, |0.5])');
    assert.deepEqual(values((await run<Trace>('runNetwork', {})).y, 8), [0.31682708, 0.69627909]);
  });

  it('reads a network that is selected, and runs it from then on', async () => {
    await openMarked('[|W1 = [[1.0, 2.0, 3.0]]\nb1 = [0.5, 0.5, 0.5]|]');
    const answer = await run<{ network: { layers: unknown[] } }>('runNetwork');
    assert.equal(answer.network.layers.length, 1);
    assert.deepEqual(values((await run<Trace>('runNetwork', { x: [2] })).y), [2.5, 4.5, 6.5]);
    await run('runSampleNetwork');
  });

  it('says which shape it takes', async () => {
    const error = await rejection(run('runNetwork', { x: [1, 2, 3] }));
    assert.equal(error.code, 'network-input');
    assert.match(error.message, /\[3\]/);
  });

  it('rejects an input that is no array', async () => {
    assert.equal((await rejection(run('runNetwork', { x: ['1'] }))).code, 'bad-arguments');
  });
});
