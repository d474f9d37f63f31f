import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openMarked } from './util/lens';
import { until } from './util/until';

const remarksOn = (document: vscode.TextDocument) =>
  vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'Activation Lens');

async function fixesAt(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
  );
}

describe('unstable formulas', () => {
  const settings = () => vscode.workspace.getConfiguration('activationLens');
  afterEach(async () => {
    await settings().update('formulas.enabled', undefined, vscode.ConfigurationTarget.Global);
    await settings().update('formulas.off', undefined, vscode.ConfigurationTarget.Global);
    await closeAll();
  });

  it('are remarked on as information, with a page on each rule', async () => {
    const { document } = await openMarked('import numpy as np\ny = np.exp(x) / np.sum(np.exp(x))\n');
    await until('one remark', () => remarksOn(document).length === 1 || undefined);
    const [remark] = remarksOn(document);
    assert.equal(remark!.severity, vscode.DiagnosticSeverity.Information);
    assert.match(remark!.message, /709\.8.*88\.72.*11\.09/);
    const { value, target } = remark!.code as { value: string; target: vscode.Uri };
    assert.equal(value, 'naive-softmax');
    const page = new TextDecoder().decode(await vscode.workspace.fs.readFile(target.with({ fragment: '' })));
    assert.ok(page.includes('naive-softmax'));
  });

  it('are mended by a quick fix that keeps the names, in one undo', async () => {
    const before = 'import numpy as np\nz = np.log(1 + np.exp(scores))\n';
    const { document } = await openMarked(before);
    await until('one remark', () => remarksOn(document).length === 1 || undefined);
    const [fix] = await fixesAt(document, remarksOn(document)[0]!.range);
    assert.ok(fix?.edit !== undefined && fix.isPreferred === true);
    await vscode.workspace.applyEdit(fix.edit);
    assert.equal(document.getText(), 'import numpy as np\nz = np.logaddexp(0, scores)\n');
    await until('no remark any more', () => remarksOn(document).length === 0 || undefined);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('are silenced for a line by a comment', async () => {
    const { document } = await openMarked('let y = Math.log(1 + Math.exp(x));\n', 'javascript');
    await until('one remark', () => remarksOn(document).length === 1 || undefined);
    const fixes = await fixesAt(document, remarksOn(document)[0]!.range);
    await vscode.workspace.applyEdit(fixes.at(-1)!.edit!);
    assert.match(document.getText(), /; {2}\/\/ activation-lens: ignore log1p-exp\n$/);
    await until('no remark any more', () => remarksOn(document).length === 0 || undefined);
  });

  it('are left alone when a rule or all of them are switched off', async () => {
    const text = 'y = np.exp(x) / np.sum(np.exp(x))\nl = np.log(softmax(x))\n';
    const { document } = await openMarked(text);
    await until('two remarks', () => remarksOn(document).length === 2 || undefined);
    await settings().update('formulas.off', ['naive-softmax'], vscode.ConfigurationTarget.Global);
    await until('one remark', () => remarksOn(document).length === 1 || undefined);
    await settings().update('formulas.enabled', false, vscode.ConfigurationTarget.Global);
    await until('no remark', () => remarksOn(document).length === 0 || undefined);
  });

  it('are found in C++ too, and not where there are none', async () => {
    const cpp = await openMarked('float g(float x) { return 0.5f * x * (1.0f + erff(x * 0.70710678f)); }\n', 'cpp');
    await until('one remark', () => remarksOn(cpp.document).length === 1 || undefined);
    const { document } = await openMarked('import numpy as np\ny = np.tanh(x)\n');
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    assert.deepEqual(remarksOn(document), []);
  });
});
