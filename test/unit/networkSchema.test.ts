import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { activations, forward, gates, numericArray, readNetwork, softmaxFamily } from '../../src/core';
import manifest from '../../package.json';
import schema from '../../media/schemas/network.schema.json';

describe('the JSON schema of network files', () => {
  it('offers every function that a layer can have', () => {
    const layered = [...softmaxFamily.keys()].filter((id) => id !== 'logSumExp');
    assert.deepEqual(
      [...schema.definitions.layer.properties.activation.enum].sort(),
      [...activations.keys(), ...layered, ...gates.keys()].sort(),
    );
  });

  it('is contributed for files named *.network.json', () => {
    const [contribution] = manifest.contributes.jsonValidation;
    assert.deepEqual(contribution?.fileMatch, ['*.network.json']);
    assert.ok(readFileSync(contribution.url, 'utf8').length > 0);
  });

  it('describes the sample file, which reads and runs', () => {
    const read = readNetwork(readFileSync('media/samples/sample.network.json', 'utf8'), { languageId: 'json' });
    if (!read.ok) assert.fail(JSON.stringify(read.problems));
    assert.deepEqual(
      Array.from(forward(read.network, numericArray([1, 0.5])).y.data, (y) => y.toFixed(8)),
      ['0.31682708', '0.69627909'],
    );
  });
});
