import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { functions, numericArray } from '../../../src/core/index';
import { hoverText } from '../../../src/host/hover/hoverText';
import { closeAll, openMarked, run } from './util/lens';

/** The text of our hovers at the marked place; undefined where there is none. */
async function hoverAt(marked: string, language: string): Promise<string | undefined> {
  const editor = await openMarked(marked, language);
  return hoverIn(editor.document, editor.selection.active);
}

async function hoverIn(document: vscode.TextDocument, position: vscode.Position): Promise<string | undefined> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap((hover) =>
      hover.contents.map((content) => (content instanceof vscode.MarkdownString ? content.value : '')),
    )
    .find((text) => text.includes('activationLens.'));
}

describe('the hover', () => {
  before(() => run('evaluate', { function: 'relu', text: '[1]', output: 'none' }));
  afterEach(closeAll);

  it('previews an array in a Python file', async () => {
    const text = await hoverAt('x = np.array([-1, |1, 2])', 'python');
    assert.ok(text);
    const lines = text.split('\n');
    assert.match(lines[0]!, /float64 \[3\].*min −1 · max 2 · mean 0\.6667/);
    assert.match(lines[1]!, /^!\[.*\]\(data:image\/svg\+xml,[^ ()]+\)/);
    assert.deepEqual(lines.slice(3, 5), ['| x | −1 | 1 | 2 |   |', '| :-- | --: | --: | --: | :-- |']);
    assert.match(text, /Sigmoid.* \| 0\.2689 \| 0\.7311 \| 0\.8808 \| /);
    assert.match(text, /Softmax.* \| 0\.03512 \| 0\.2595 \| 0\.7054 \| /);
    assert.ok(lines.length <= 9);
  });

  it('previews an array in a JSON file', async () => {
    assert.match((await hoverAt('{"a": [[1, 2], [3|, 4]]}', 'json')) ?? '', /\[2, 2\]/);
  });

  it('previews an array in a notebook cell', async () => {
    const cell = new vscode.NotebookCellData(vscode.NotebookCellKind.Code, 'x = [-1, 1, 2]', 'python');
    const notebook = await vscode.workspace.openNotebookDocument('jupyter-notebook', new vscode.NotebookData([cell]));
    const { document } = notebook.cellAt(0);
    assert.match((await hoverIn(document, new vscode.Position(0, 6))) ?? '', /\[3\]/);
  });

  it('counts NaN and infinities', async () => {
    assert.match((await hoverAt('[1.0, nan|, inf, -inf]', 'python')) ?? '', /1 NaN, 2 Inf/);
  });

  for (const [title, marked] of [
    ['a single number', 'x = 4|2'],
    ['strings', '["a", "b|"]'],
    ['names', 'f(a, b|)'],
    ['an index', 'x[1|]'],
    ['words', 'hello| world'],
  ] as const) {
    it(`says nothing about ${title}`, async () => {
      assert.equal(await hoverAt(marked, 'python'), undefined);
    });
  }

  it('shows a row for every function over any array, whatever one of them makes of it', () => {
    const style = { functions: [...functions.keys(), 'sigmund'], digits: 4, values: 6, picture: true, dark: true };
    const place = { uri: 'untitled:1', version: 1, start: 0, end: 1 };
    const shapes: readonly number[][] = [
      [],
      [0],
      [1],
      [3],
      [5, 1],
      [1, 5],
      [0, 3],
      [3, 0],
      [3, 3],
      [2, 3, 5],
      [7, 1, 3],
    ];
    const kinds: readonly ((i: number) => number)[] = [
      (i) => i - 2.5,
      () => NaN,
      (i) => [Infinity, -Infinity, NaN][i % 3]!,
      (i) => 10 ** (100 * i - 300),
    ];
    for (const shape of shapes) {
      for (const kind of kinds) {
        const data = Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => kind(i));
        const failures: unknown[] = [];
        const array = numericArray(data, shape);
        const { value } = hoverText({ array, cut: false }, style, place, (error) => failures.push(error));
        assert.deepEqual(failures, []);
        const rows = value.split('\n').filter((text) => text.startsWith('| ['));
        assert.equal(rows.length, functions.size, `[${shape.join()}]`);
        const columns = new Set(
          value
            .split('\n')
            .filter((text) => text.startsWith('|'))
            .map((text) => text.split(' | ').length),
        );
        assert.equal(columns.size, 1, `[${shape.join()}] has rows of one width`);
      }
    }
  });

  it('says in the row of a function why it cannot be', async () => {
    const settings = vscode.workspace.getConfiguration('activationLens');
    await settings.update('hover.functions', ['glu', 'relu'], vscode.ConfigurationTarget.Global);
    try {
      const text = (await hoverAt('[1.5, |2, 3]', 'python')) ?? '';
      assert.match(text, /GLU.*glu cuts an axis into 2 equal parts; this one has length 3\./);
      assert.match(text, /ReLU.* \| 1\.5 \| 2 \| 3 \| /);
    } finally {
      await settings.update('hover.functions', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('summarises the beginning of an array of a million numbers, the same from any place of it', async () => {
    const million = Array.from({ length: 1_000_000 }, (_, i) => (i % 1000) / 7);
    const document = await vscode.workspace.openTextDocument({
      content: JSON.stringify(million),
      language: 'plaintext',
    });
    const text = await hoverIn(document, new vscode.Position(0, 5));
    assert.match(text ?? '', /first \d+ values/);
    assert.equal(await hoverIn(document, new vscode.Position(0, 500)), text);
  });

  it('can be switched off', async () => {
    const settings = vscode.workspace.getConfiguration('activationLens');
    await settings.update('hover.enabled', false, vscode.ConfigurationTarget.Global);
    try {
      assert.equal(await hoverAt('[1, |2]', 'python'), undefined);
    } finally {
      await settings.update('hover.enabled', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('links to commands that act on the array it shows', async () => {
    const editor = await openMarked('x = [-1, |2]', 'python');
    const text = (await hoverIn(editor.document, editor.selection.active)) ?? '';
    const links = [...text.matchAll(/command:(activationLens\.internal\.onRange)\?([^ )]+)/g)];
    const requests = links.map((link) => (JSON.parse(decodeURIComponent(link[2]!)) as Record<string, unknown>[])[0]!);
    const replace = requests.find((request) => request.action === 'replace' && request.function === 'relu');
    assert.ok(replace);
    await vscode.commands.executeCommand('activationLens.internal.onRange', replace);
    assert.equal(editor.document.getText(), 'x = [0, 2]');
  });
});
