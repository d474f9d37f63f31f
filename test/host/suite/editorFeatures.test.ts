import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ActivationLensApi } from '../../../src/api';
import { tools } from '../../../src/shared/tools';
import { lensExtension } from './util/extension';
import { closeAll, openMarked, run } from './util/lens';

async function ask(name: string, input: object): Promise<string> {
  const { content } = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined });
  return content.map((part) => (part as vscode.LanguageModelTextPart).value).join('');
}

describe('tools for language models', () => {
  it('evaluate exactly, with settings and dtypes', async () => {
    assert.match(await ask(tools.evaluate, { array: '[-1, 1]', function: 'sigmoid' }), /^\[0\.2689414213699951, /);
    const leaky = await ask(tools.evaluate, {
      array: '[[-1, 2]]',
      function: 'leakyRelu',
      settings: { negativeSlope: 0.2 },
    });
    assert.match(leaky, /^\[\[-0\.2, 2\]\]\n/);
    assert.match(
      await ask(tools.evaluate, { array: '[12]', function: 'exponential', dtype: 'float16' }),
      /^\[Infinity\]/,
    );
  });

  it('say what to send instead', async () => {
    assert.match(
      await ask(tools.evaluate, { array: 'hello', function: 'sigmoid' }),
      /no array of numbers.*Send a JSON list/s,
    );
    assert.match(await ask(tools.evaluate, { array: '[1]', function: 'nothing' }), /must be one of/);
    assert.match(await ask(tools.evaluate, { array: '[1, 2, 3]', function: 'glu' }), /glu requires/);
  });

  it('compare dtypes, diagnose, run networks and check formulas', async () => {
    assert.match(
      await ask(tools.compareDtypes, { array: '[1, 2, 12]', function: 'naiveSoftmax' }),
      /float16 stepwise.*1 became NaN|float16 stepwise.*NaN/,
    );
    assert.match(
      await ask(tools.diagnose, { array: '[[0.1, 0.9], [0.4, 0.6]]', function: 'softmax' }),
      /already-probabilities/,
    );
    const network = '{"layers":[{"W":[[1],[2]],"b":[0.5],"activation":"relu"}]}';
    assert.match(await ask(tools.runNetwork, { network, input: '[1, 1]' }), /y = \[3\.5\]/);
    const code = 'import numpy as np\ny = np.log(1 + np.exp(x))\n';
    assert.match(await ask(tools.checkFormulas, { code, language: 'python' }), /line 2, log1p-exp.*logaddexp/);
  });
});

describe('the API for other extensions', () => {
  it('evaluates, reads, writes, diagnoses and looks at code', async () => {
    const extension = lensExtension();
    const api = (await extension.activate()) as ActivationLensApi;
    assert.equal(api.version, 1);
    const read = api.readArray('[-1, 1, 2]');
    assert.ok(read.ok);
    const result = api.evaluate('relu', read.array);
    assert.equal(api.writeArray(result, 'json'), '[0, 1, 2]');
    assert.ok(api.functions.get('leakyRelu')!.parameters.some(({ id }) => id === 'negativeSlope'));
    assert.deepEqual(
      (await api.findUnstable('l = np.log(softmax(x))', 'python')).map(({ id }) => id),
      ['log-softmax'],
    );
  });
});

describe('actions on a selected array', () => {
  afterEach(closeAll);

  it('replace it by what a function makes of it', async () => {
    const { document, selection } = await openMarked('x = [|[-1, 1, 2]|]\n');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      selection,
      vscode.CodeActionKind.RefactorRewrite.value,
    );
    const action = actions.find(({ command }) => command?.command === 'activationLens.evaluate');
    assert.ok(action?.command !== undefined, 'an action that evaluates');
    await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments as unknown[]));
    assert.ok(!document.getText().includes('[-1, 1, 2]'));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), 'x = [-1, 1, 2]\n');
  });

  it('are none where nothing is selected', async () => {
    const { document, selection } = await openMarked('x = [1, |2]\n');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      selection,
      vscode.CodeActionKind.Refactor.value,
    );
    assert.deepEqual(
      actions.filter(({ command }) => command?.command.startsWith('activationLens')),
      [],
    );
  });

  it('write a test with the exact values in the language of the file', async () => {
    await openMarked('float x[] = [|{-1.0f, 1.0f}|];\n', 'c');
    const text = await run<string>('extractTest', { function: 'relu' });
    assert.match(text, /const float expected\[2\] = \{0\.0f, 1\.0f\}/);
    assert.equal(vscode.window.activeTextEditor?.document.languageId, 'c');
  });
});

describe('the clipboard', () => {
  it('is evaluated', async () => {
    await vscode.env.clipboard.writeText('tensor([-1.0000, 2.0000])');
    const outcome = await run('evaluateClipboard', { function: 'relu', output: 'none' });
    assert.deepEqual([...outcome.result.data], [0, 2]);
  });
});
