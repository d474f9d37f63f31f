import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openMarked, rejection, run, values, type Outcome } from './util/lens';
import { until } from './util/until';

describe('activationLens.evaluate', () => {
  afterEach(closeAll);

  describe('the notebook, row by row', () => {
    const rows: readonly [string, string, string, Record<string, number> | undefined, number[], number][] = [
      ['step', 'step', '[-1, 1, 2]', undefined, [0, 1, 1], 17],
      ['sigmoid', 'sigmoid', '[-1, 1, 2, inf]', undefined, [0.26894142, 0.73105858, 0.88079708, 1], 8],
      ['ReLU', 'relu', '[-1, 2]', undefined, [0, 2], 17],
      ['dying ReLU', 'relu', '[-0.8, -2.4, -0.1]', undefined, [0, 0, 0], 17],
      ['tanh', 'tanh', '[-1, 0, 1]', undefined, [-0.76159416, 0, 0.76159416], 8],
      ['Leaky ReLU', 'leakyRelu', '[-1, 2]', { negativeSlope: 0.001 }, [-0.001, 2], 17],
      ['ELU', 'elu', '[-1, 1]', undefined, [-0.63212056, 1], 8],
      ['maxout', 'maxout', '[0.4, -1.2, 0.1, 0.7]', { pieces: 2 }, [0.4, 0.7], 17],
      ['SwiGLU', 'swiglu', '[2, 1]', undefined, [1.4621172], 8],
      ['GELU by tanh', 'geluTanh', '[1]', undefined, [0.84119199], 8],
      ['softmax', 'softmax', '[1, 2, 3]', undefined, [0.09003057, 0.24472847, 0.66524096], 7],
    ];
    for (const [title, id, text, params, expected, digits] of rows) {
      it(title, async () => {
        const outcome = await run('evaluate', { function: id, text, output: 'none', ...(params && { params }) });
        assert.deepEqual(
          values(outcome.result, digits),
          expected.map((x) => Number(x.toPrecision(digits))),
        );
      });
    }

    it('softmax of the five numbers, three ways', async () => {
      const text = '[0.11111111111, 0.3, 0.4, 0.18888888889, 0.1]';
      for (const id of ['softmax', 'naiveSoftmax', 'logShiftedSoftmax']) {
        const { result } = await run('evaluate', { function: id, text, output: 'none' });
        assert.ok(Math.abs(result.data[1]! - 0.21521022006514684) < 1e-15, id);
      }
    });

    it('softmax of large numbers, three ways', async () => {
      for (const id of ['softmax', 'naiveSoftmax', 'logShiftedSoftmax']) {
        const { result } = await run('evaluate', { function: id, text: '[300, 200, 500, 100, 400]', output: 'none' });
        assert.ok(Math.abs(result.data[1]! / 5.148200222412013e-131 - 1) < 1e-12, `${id} ${String(result.data[1])}`);
      }
    });
  });

  it('answers function, parameters, input, result and text', async () => {
    const outcome = await run('evaluate', { function: 'leakyRelu', text: '[[-1, 2], [3, -4]]', output: 'none' });
    assert.equal(outcome.function, 'leakyRelu');
    assert.equal(Object.keys(outcome.params).length, 1);
    assert.deepEqual(Array.from(outcome.input.data), [-1, 2, 3, -4]);
    assert.deepEqual(outcome.result.shape, [2, 2]);
    assert.equal(outcome.text, '[[-0.01, 2], [3, -0.04]]');
  });

  it('reads the array round the cursor', async () => {
    await openMarked('x = [-1, |1, 2]');
    assert.deepEqual(values((await run('evaluate', { function: 'step', output: 'none' })).result), [0, 1, 1]);
  });

  it('replaces the selection in its own notation, and one undo brings it back', async () => {
    const editor = await openMarked('float w[3] = [|{-1.f, 0.5f, 2.f}|];', 'c');
    const before = editor.document.getText();
    await run('evaluate', { function: 'relu', output: 'replace' });
    assert.match(editor.document.getText(), /^float w\[3\] = \{0\.?0?f, 0\.5f, 2\.?0?f\};$/);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before);
  });

  it('takes several selections as several arrays, replaced in one undo step', async () => {
    const editor = await openMarked('a = [|[-1, 1]|]\nb = [|[2, -2]|]\n');
    const before = editor.document.getText();
    const outcomes = await run<Outcome[]>('evaluate', { function: 'relu', output: 'replace' });
    assert.equal(outcomes.length, 2);
    assert.equal(editor.document.getText(), 'a = [0, 1]\nb = [2, 0]\n');
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before);
  });

  it('takes several selected numbers as one vector', async () => {
    const editor = await openMarked('a: [|1|]\nb: [|2|]\nc: [|3|]\n', 'plaintext');
    const outcome = await run('evaluate', { function: 'softmax', output: 'replace' });
    assert.deepEqual(outcome.input.shape, [3]);
    const numbers = [...editor.document.getText().matchAll(/: (\S+)/g)].map((match) => Number(match[1]));
    assert.deepEqual(numbers, Array.from(outcome.result.data));
  });

  it('inserts the result on the line below, indented alike', async () => {
    const editor = await openMarked('def f():\n    x = [|[-1, 2]|]\n    return x\n');
    await run('evaluate', { function: 'relu', output: 'insertBelow' });
    assert.equal(editor.document.getText(), 'def f():\n    x = [-1, 2]\n    [0, 2]\n    return x\n');
  });

  it('copies the result', async () => {
    await run('evaluate', { function: 'relu', text: '[-1, 2]', output: 'copy' });
    assert.equal(await vscode.env.clipboard.readText(), '[0, 2]');
  });

  it('does not write into JSON what JSON cannot hold', async () => {
    const editor = await openMarked('[|[800, 0]|]', 'json');
    const error = await rejection(run('evaluate', { function: 'naiveSoftmax', output: 'replace' }));
    assert.equal(error.code, 'json-non-finite');
    assert.equal(editor.document.getText(), '[800, 0]');
    const { text } = await run('evaluate', { function: 'naiveSoftmax', output: 'none' });
    assert.equal(text, '[null, 0]');
  });

  it('opens the result in a new editor of the same language', async () => {
    await openMarked('[|[-1, 2]|]', 'json');
    await run('evaluate', { function: 'relu', output: 'newEditor' });
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.getText(), '[0, 2]\n');
    assert.equal(document.languageId, 'json');
  });

  it('works in a notebook cell', async () => {
    const cell = new vscode.NotebookCellData(vscode.NotebookCellKind.Code, 'x = [-1, 1, 2]', 'python');
    const notebook = await vscode.workspace.openNotebookDocument('jupyter-notebook', new vscode.NotebookData([cell]));
    await vscode.window.showNotebookDocument(notebook);
    await vscode.commands.executeCommand('notebook.cell.edit');
    const editor = await until('the cell editor', () =>
      vscode.window.activeTextEditor?.document === notebook.cellAt(0).document
        ? vscode.window.activeTextEditor
        : undefined,
    );
    editor.selection = new vscode.Selection(0, 6, 0, 6);
    await run('evaluate', { function: 'step', output: 'replace' });
    assert.equal(notebook.cellAt(0).document.getText(), 'x = [0, 1, 1]');
  });

  describe('rejects with a code', () => {
    const cases: readonly [string, unknown, string, RegExp][] = [
      ['an unknown function', { function: 'sigmund', text: '[1]' }, 'unknown-function', /sigmund/],
      [
        'a parameter that is not there',
        { function: 'relu', text: '[1]', params: { a: 1 } },
        'unknown-parameter',
        /"a"/,
      ],
      [
        'a parameter that is no number',
        { function: 'elu', text: '[1]', params: { alpha: '1' } },
        'bad-parameter',
        /alpha/,
      ],
      ['an unknown output', { function: 'relu', text: '[1]', output: 'print' }, 'bad-output', /print/],
      ['a text that is no array', { function: 'relu', text: '[1, foo, 3]' }, 'unknown-name', /Line 1, column 5.*foo/],
      ['a ragged array', { function: 'relu', text: '[[1, 2], [3]]' }, 'ragged', /row/],
      ['a print that leaves values out', { function: 'relu', text: '[1. 2. ... 3.]' }, 'truncated', /\.\.\./],
      [
        'an axis that is not there',
        { function: 'softmax', text: '[1, 2]', params: { axis: 3 } },
        'out-of-range',
        /axis/,
      ],
      ['an argument that is no object', 'relu', 'bad-arguments', /object/],
    ];
    for (const [title, argument, code, message] of cases) {
      it(title, async () => {
        const error = await rejection(run('evaluate', argument));
        assert.equal(error.code, code);
        assert.match(error.message, message);
      });
    }

    it('a selection that is wrong, leaving the text as it was', async () => {
      const editor = await openMarked('ok\n  x = [|[1, foo, 3]|]\n');
      const before = editor.document.getText();
      const error = await rejection(run('evaluate', { function: 'relu', output: 'replace' }));
      assert.equal(error.code, 'unknown-name');
      assert.match(error.message, /Line 2, column 11/);
      assert.equal(editor.document.getText(), before);
      assert.equal(editor.document.version, 1);
    });

    it('no array at the cursor', async () => {
      await openMarked('hello| world');
      assert.equal((await rejection(run('evaluate', { function: 'relu' }))).code, 'no-array');
    });

    it('no editor', async () => {
      assert.equal((await rejection(run('evaluate', { function: 'relu' }))).code, 'no-editor');
    });
  });
});
