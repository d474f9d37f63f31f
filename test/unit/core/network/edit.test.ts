import assert from 'node:assert/strict';
import { numericArray } from '../../../../src/core/array/numericArray';
import { withActivation, withBias, withLeakyRelu, withWeight } from '../../../../src/core/network/edit';
import { meanRow } from '../../../../src/core/network/meanRow';
import { sampleNetwork } from '../../../../src/core/network/network';
import { networkFromJson } from '../../../../src/core/network/networkJson';
import { readNetwork } from '../../../../src/core/network/readNetwork';
import { writeNetwork } from '../../../../src/core/network/writeNetwork';

describe('editing a network', () => {
  it('changes one weight, bias or activation and leaves the original alone', () => {
    const before = writeNetwork(sampleNetwork);
    assert.equal(withWeight(sampleNetwork, 0, 4, 9).layers[0]!.W.data[4], 9);
    assert.equal(withBias(sampleNetwork, 2, 1, 7).layers[2]!.b.data[1], 7);
    assert.equal(withActivation(sampleNetwork, 1, 'relu').layers[1]!.activation, 'relu');
    assert.equal(writeNetwork(sampleNetwork), before);
  });

  it('says which places there are', () => {
    assert.throws(() => withWeight(sampleNetwork, 3, 0, 1), {
      message: 'editing requires a layer between 0 and 2, got 3',
    });
    assert.throws(() => withBias(sampleNetwork, 0, 3, 1), {
      message: 'editing requires a place between 0 and 2, got 3',
    });
  });

  it('replaces ReLU, and nothing else, by Leaky ReLU', () => {
    const network = withActivation(sampleNetwork, 0, 'relu');
    assert.deepEqual(
      withLeakyRelu(network).layers.map(({ activation }) => activation),
      ['leakyRelu', 'sigmoid', 'identity'],
    );
  });
});

describe('writeNetwork', () => {
  it('writes what readNetwork reads back, parameters included', () => {
    const [first, ...rest] = sampleNetwork.layers;
    const network = { ...sampleNetwork, layers: [{ ...first!, activation: 'elu', params: { alpha: 0.5 } }, ...rest] };
    const read = readNetwork(writeNetwork(network));
    assert.ok(read.ok, JSON.stringify(read.problems));
    assert.deepEqual(read.network, network);
  });
});

describe('networkFromJson', () => {
  it('reads what writeNetwork wrote', () => {
    assert.deepEqual(networkFromJson(writeNetwork(sampleNetwork)), sampleNetwork);
  });

  it('is undefined for anything else', () => {
    for (const text of [
      '',
      '{}',
      '[]',
      'null',
      '{"layers":[]}',
      '{"layers":[{"W":[[1,2]],"b":[1],"activation":"relu"}]}',
    ]) {
      assert.equal(networkFromJson(text), undefined, text);
    }
  });
});

describe('meanRow', () => {
  it('means the rows of a batch', () => {
    assert.deepEqual(meanRow(numericArray([1, 2, 3, 4], [2, 2])).data, Float64Array.of(2, 3));
    assert.deepEqual(meanRow(numericArray([1, 2])).data, Float64Array.of(1, 2));
  });
});
