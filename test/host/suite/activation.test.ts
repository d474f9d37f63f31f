import assert from 'node:assert/strict';
import { lensExtension } from './util/extension';

describe('activation', () => {
  it('activates in this host', async () => {
    const extension = lensExtension();
    await extension.activate();
    assert.equal(extension.isActive, true);
  });
});
