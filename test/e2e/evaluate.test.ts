import assert from 'node:assert/strict';
import { useWorkbench } from '../support/workbench';

describe('evaluating what is selected', () => {
  const workbench = useWorkbench();

  before(() => workbench().openFile('network.py'));

  it('previews the array under the pointer', async () => {
    const hover = await workbench().hover('-2.4, -0.1');
    const text = (await hover.innerText()).replaceAll('\u00a0', ' ');
    assert.match(text, /float64 \[5\] · min −5\.5 · max −0\.1 · mean −2/);
    assert.match(text, /x\s+−0\.8\s+−2\.4\s+−0\.1\s+−5\.5\s+−1\.2/);
    assert.match(text, /ReLU\s+0\s+0\s+0\s+0\s+0/);
    assert.match(text, /Sigmoid\s+0\.3100\s+0\.08317/);
    assert.equal(await hover.locator('img').count(), 1);
    await workbench().page.keyboard.press('Escape');
  });

  it('offers the functions with their formulas, found by the name that a framework gives them', async () => {
    await workbench().select('network.py', '[-0.8, -2.4, -0.1, -5.5, -1.2]');
    await workbench().runCommand('Activation Lens: Evaluate Selection…');
    await workbench().type('F.leaky_relu');
    const row = workbench().quickInput().locator('.monaco-list-row').first();
    assert.match(await row.innerText(), /Leaky ReLU[\s\S]*x if x > 0/);
    await workbench().page.keyboard.press('Escape');
  });

  it('shows the result of the function that was picked in the sidebar', async () => {
    await workbench().select('network.py', '[-0.8, -2.4, -0.1, -5.5, -1.2]');
    await workbench().runCommand('Activation Lens: Evaluate Selection…');
    await workbench().type('Sigmoid');
    await workbench().acceptRow('Sigmoid');
    await workbench().view().getByText('0.083').first().waitFor();
  });

  it('replaces the selection with the result, and one undo brings it back', async () => {
    const { page } = workbench();
    await workbench().select('network.py', '[1.0, 0.5]');
    await workbench().runCommand('Activation Lens: Evaluate Selection…');
    await workbench().type('ReLU');
    await workbench().acceptRow('ReLU');
    await workbench().select('network.py', '[0.1, 0.2, 0.3]');
    await workbench().runCommand('Activation Lens: Softmax of Selection…');
    await workbench().quickInput().getByText('temperature').waitFor();
    await page.keyboard.press('Enter');
    await workbench().quickInput().waitFor({ state: 'hidden' });
    await workbench().runCommand('Activation Lens: Replace Selection with Result');
    await until(async () => /\[0\.3006\d+, 0\.3322\d+, 0\.3671\d+\]/.test(await workbench().editorText()));
    await page.keyboard.press('Control+z');
    await until(async () => (await workbench().editorText()).includes('[0.1, 0.2, 0.3]'));
  });

  it('names line, column and cause where there is no array', async () => {
    await workbench().goTo('network.py', 'small network');
    await workbench().runCommand('Activation Lens: Evaluate Selection…');
    const message = workbench().notifications().first();
    await message.waitFor();
    assert.match(await message.innerText(), /Line 1, column 6: there is no array/);
  });
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 100; i++) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail('waited ten seconds in vain');
}
