import assert from 'node:assert/strict';
import { createRequire } from 'node:module';

const { buildKernels } = createRequire(import.meta.url)('../../scripts/kernels.cjs') as {
  buildKernels: () => Promise<Uint8Array>;
};

describe('the kernels of a build', () => {
  it('are compiled once for all bundles that ask at the same time', async () => {
    const [first, second] = [buildKernels(), buildKernels()];
    assert.equal(second, first);
    assert.ok(WebAssembly.validate(new Uint8Array(await first)));
  }).timeout(120_000);
});
