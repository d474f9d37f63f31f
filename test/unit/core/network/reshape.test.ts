import assert from 'node:assert/strict';
import { numericArray } from '../../../../src/core/array/numericArray';
import { forward } from '../../../../src/core/network/forward';
import { sampleNetwork } from '../../../../src/core/network/network';
import { mostLayers, withNewLayer, withoutLayer, withUnits } from '../../../../src/core/network/reshape';

const shapes = ({ layers }: typeof sampleNetwork) => layers.map(({ W }) => W.shape.join('x'));
const x = numericArray([1, 0.5]);

describe('reshaping a network', () => {
  it('adds units: old weights stay, the next layer takes more inputs', () => {
    const wider = withUnits(sampleNetwork, 0, 5);
    assert.deepEqual(shapes(wider), ['2x5', '5x2', '2x2']);
    assert.deepEqual([...wider.layers[0]!.W.data.slice(0, 3)], [0.1, 0.3, 0.5]);
    assert.deepEqual([...wider.layers[0]!.W.data.slice(5, 8)], [0.2, 0.4, 0.6]);
    assert.deepEqual([...wider.layers[0]!.b.data], [0.1, 0.2, 0.3, 0, 0]);
    assert.deepEqual([...wider.layers[1]!.W.data.slice(0, 6)], [0.1, 0.4, 0.2, 0.5, 0.3, 0.6]);
    const [first, second] = [wider.layers[0]!.W.data[3]!, wider.layers[0]!.W.data[4]!];
    assert.ok(first !== 0 && first !== second, 'new units differ, so that they can learn different things');
    assert.deepEqual(forward(wider, x).layers[0]!.z.data.slice(0, 3), forward(sampleNetwork, x).layers[0]!.z.data);
  });

  it('takes units away and comes back to the same outputs of those that stay', () => {
    const narrow = withUnits(withUnits(sampleNetwork, 2, 4), 2, 2);
    assert.deepEqual(forward(narrow, x).y, forward(sampleNetwork, x).y);
    assert.throws(() => withUnits(sampleNetwork, 0, 0), RangeError);
    assert.throws(() => withUnits(sampleNetwork, 0, 1.5), RangeError);
    assert.throws(() => withUnits(sampleNetwork, 9, 2), RangeError);
  });

  it('puts a layer in and takes it out', () => {
    const deeper = withNewLayer(sampleNetwork, 1, 'relu');
    assert.deepEqual(shapes(deeper), ['2x3', '3x3', '3x2', '2x2']);
    assert.equal(deeper.layers[1]!.activation, 'relu');
    assert.deepEqual(shapes(withoutLayer(deeper, 1)), shapes(sampleNetwork));
    assert.deepEqual(shapes(withoutLayer(sampleNetwork, 0)), ['2x2', '2x2']);
    assert.throws(() => withoutLayer(sampleNetwork, 2), RangeError);
    let full = sampleNetwork;
    while (full.layers.length < mostLayers) full = withNewLayer(full, 0, 'tanh');
    assert.throws(() => withNewLayer(full, 0, 'tanh'), RangeError);
  });

  it('keeps a gate’s halves even or says why not', () => {
    const gated = { layers: [{ ...sampleNetwork.layers[1]!, activation: 'glu' }] };
    assert.throws(() => withUnits(gated, 0, 3), RangeError);
    assert.deepEqual(shapes(withUnits(gated, 0, 4)), ['3x4']);
  });
});
