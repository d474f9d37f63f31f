import assert from 'node:assert/strict';
import { useWorkbench } from '../support/workbench';

describe('the workbench with the samples', () => {
  const workbench = useWorkbench();

  it('opens a sample file and selects in it with the keyboard', async () => {
    await workbench().openFile('network.py');
    assert.match(await workbench().editorText(), /np\.array/);
    await workbench().select('network.py', '[1.0, 0.5]');
    await workbench().page.keyboard.press('ControlOrMeta+c');
    assert.equal(await workbench().page.evaluate(() => navigator.clipboard.readText()), '[1.0, 0.5]');
  });

  it('opens a notebook', async () => {
    await workbench().openFile('activations.ipynb');
  });
});
