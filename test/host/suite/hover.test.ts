import assert from 'node:assert/strict';
import * as vscode from 'vscode';
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
    assert.match(lines[0]!, /float64 \[3\].*min -1 · max 2 · mean 0\.6667/);
    assert.match(lines[1]!, /^!\[.*\]\(data:image\/svg\+xml,[^ ()]+\)/);
    assert.match(text, /`0\.2689 {2}0\.7311 {2}0\.8808`/);
    assert.match(text, /`0\.0351 {2}0\.2595 {2}0\.7054`|`0\.03512 {2}0\.2595 {2}0\.7054`/);
    assert.ok(lines.length <= 6);
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

  it('summarises the beginning of an array of a million numbers at once', async () => {
    const million = Array.from({ length: 1_000_000 }, (_, i) => (i % 1000) / 7);
    const document = await vscode.workspace.openTextDocument({
      content: JSON.stringify(million),
      language: 'plaintext',
    });
    const started = Date.now();
    const text = await hoverIn(document, new vscode.Position(0, 5));
    const first = Date.now() - started;
    await hoverIn(document, new vscode.Position(0, 500));
    const second = Date.now() - started - first;
    assert.match(text ?? '', /first \d+ values/);
    assert.ok(first < 2000, `took ${first} ms`);
    assert.ok(second < 500, `took ${second} ms the second time`);
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
