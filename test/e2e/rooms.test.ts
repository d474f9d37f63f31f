import assert from 'node:assert/strict';
import { useWorkbench } from '../support/workbench';

describe('the rooms by command', () => {
  const workbench = useWorkbench();

  before(async () => {
    await workbench().openFile('network.py');
    await workbench().select('network.py', '[-0.8, -2.4, -0.1, -5.5, -1.2]');
  });

  it('the view shows the selected array when it is opened, in the room that was asked for', async () => {
    await workbench().runCommand('Activation Lens: Show Precision Room');
    await workbench().view().getByText('network.py:29').first().waitFor();
    await workbench().view().locator('[role="tab"][aria-selected="true"]', { hasText: 'Precision' }).waitFor();
  });

  it('marks the row of the value that the cursor stands on', async () => {
    await workbench().runCommand('Activation Lens: Show Function Room');
    await workbench().select('network.py', '[-0.8, -2.4, -0.1, -5.5, -1.2]');
    await workbench().view().getByRole('grid').waitFor();
    await workbench().page.keyboard.press('ArrowRight');
    await workbench().page.keyboard.press('ArrowLeft');
    await workbench().page.keyboard.press('ArrowLeft');
    const row = workbench().view().locator('.table-row.pointed');
    await row.waitFor();
    assert.match(await row.innerText(), /^4\s+\u22121\.2/);
  });

  it('the sample network runs from the palette and shows its outputs', async () => {
    await workbench().runCommand('Activation Lens: Run Sample Network');
    await workbench().view().getByText('0.31682708').first().waitFor();
    await workbench().view().getByText('0.69627909').first().waitFor();
  });

  it('the view opens as an editor tab', async () => {
    await workbench().runCommand('Activation Lens: Open Activation Lens in Editor');
    await workbench().page.locator('.tab.active', { hasText: 'Activation Lens' }).waitFor();
  });
});
