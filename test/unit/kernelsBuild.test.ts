import assert from 'node:assert/strict';
import { createRequire } from 'node:module';

const { buildKernels } = createRequire(import.meta.url)('../../scripts/kernels.cjs') as {
  buildKernels: () => Promise<Uint8Array>;
};

describe('the kernels of a build', () => {
  it('are compiled once for all bundles that ask at the same time', async () => {
    const [first, ...others] = [buildKernels(), buildKernels(), buildKernels()];
    for (const other of others) assert.equal(other, first);
    assert.ok(WebAssembly.validate(new Uint8Array(await first!)));
  }).timeout(120_000);
});
