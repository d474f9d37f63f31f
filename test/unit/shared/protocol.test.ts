import assert from 'node:assert/strict';
import { numericArray } from '../../../src/core/array/numericArray';
import { networkCall } from '../../../src/shared/evaluation';
import { readToHost, readToWebview, type ToHost, type ToWebview } from '../../../src/shared/protocol';

const call = {
  function: 'elu',
  settings: { alpha: 0.5 },
  dtype: 'float16',
  mode: 'stepwise',
} as const;
const source = { uri: 'file:///a.py', version: 3, start: 4, end: 9, notation: 'python', label: 'a.py:1' };
const input = numericArray([NaN, -Infinity, Infinity, -0, 5e-324], [1, 5]);

/** What VS Code does to a message: structure cloned with its typed arrays, everything else as JSON. */
function travel(message: unknown): unknown {
  const arrays: unknown[] = [];
  const json = JSON.stringify(message, (_key, value: unknown) =>
    ArrayBuffer.isView(value) ? { $view: arrays.push(structuredClone(value)) - 1 } : value,
  );
  return JSON.parse(json, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && '$view' in value ? arrays[Number(value.$view)] : value,
  );
}

describe('protocol', () => {
  it('carries NaN, infinities, minus zero and subnormals in arrays', () => {
    const message: ToWebview = { type: 'evaluation', reason: 'show', evaluation: { call, input, source } };
    const arrived = readToWebview(travel(message));
    assert.ok(arrived?.type === 'evaluation');
    assert.deepEqual(arrived.evaluation.input, input);
    assert.ok(Object.is(arrived.evaluation.input.data[3], -0));
  });

  it('reads every message of the webview as it was sent', () => {
    const messages: ToHost[] = [
      { type: 'ready' },
      { type: 'state', state: '{}' },
      { type: 'call', call },
      {
        type: 'call',
        call: { function: 'softmax', settings: { axis: -1, temperature: 2 }, dtype: 'float64', mode: 'fused' },
      },
      { type: 'call', call: { ...call, function: 'glu', settings: { axis: -1, gate: 'second' } } },
      { type: 'call', call: networkCall },
      { type: 'action', action: 'copyResult' },
      { type: 'reveal', index: 3 },
      { type: 'pin', pinned: true },
      { type: 'evaluateSample', evaluation: { call, input, source } },
      { type: 'history', action: 'rename', id: 4 },
      { type: 'clearHistory' },
      { type: 'copyText', text: 'x' },
      { type: 'save', name: 'a.png', content: new Uint8Array([1, 2]) },
      { type: 'save', name: 'a.svg', content: '<svg/>' },
      { type: 'openSamples' },
      { type: 'readNetwork' },
      { type: 'openInEditor' },
      { type: 'log', message: 'm' },
    ];
    for (const message of messages) assert.deepEqual(readToHost(travel(message)), message);
  });

  it('reads every message of the host as it was sent', () => {
    const W = numericArray([1, 2], [1, 2]);
    const messages: ToWebview[] = [
      { type: 'init', strings: { a: 'b' }, locale: 'ko', state: '{}', surface: 'sidebar' },
      { type: 'nothing', reason: 'follow' },
      { type: 'room', room: 'precision' },
      {
        type: 'network',
        network: { name: 'n', layers: [{ W, b: numericArray([0, 1]), activation: 'relu' }] },
        x: numericArray([1]),
      },
      { type: 'highlight', index: -1 },
      { type: 'history', entries: [{ id: 1, name: '', call, shape: [2], source: 'a.py:1' }] },
      { type: 'notice', severity: 'warning', text: 'w' },
    ];
    for (const message of messages) assert.deepEqual(readToWebview(travel(message)), message);
  });

  it('drops what is not in it', () => {
    const wrong: unknown[] = [
      undefined,
      null,
      42,
      'ready',
      [],
      {},
      { type: 'reset' },
      { type: 'toString' },
      { type: '__proto__' },
      { type: 'pin', pinned: 'yes' },
      { type: 'call', call: { ...call, settings: { alpha: null } } },
      { type: 'call', call: { ...call, dtype: 'float128' } },
      { type: 'history', action: 'open', id: 1.5 },
      { type: 'copyText' },
    ];
    for (const message of wrong) assert.equal(readToHost(message), undefined, JSON.stringify(message));
  });

  it('drops an array whose shape does not hold its data, or whose numbers came as JSON', () => {
    const evaluation = { call, input: { data: [1, 2], shape: [2], dtype: 'float64' }, source: undefined };
    assert.equal(readToWebview({ type: 'evaluation', reason: 'show', evaluation }), undefined);
    const torn = { ...evaluation, input: { ...numericArray([1, 2]), shape: [3] } };
    assert.equal(readToWebview({ type: 'evaluation', reason: 'show', evaluation: torn }), undefined);
  });

  it('bounds the length of text', () => {
    assert.equal(readToHost({ type: 'log', message: 'x'.repeat(10_001) }), undefined);
    assert.equal(readToHost({ type: 'state', state: 'x'.repeat((1 << 20) + 1) }), undefined);
  });
});
