import assert from 'node:assert/strict';
import { numericArray } from '../../../src/core/array/numericArray';
import { networkCall, type FunctionCall } from '../../../src/shared/evaluation';
import { readToHost, readToWebview, type ToHost, type ToWebview } from '../../../src/shared/protocol';

const call = {
  function: 'elu',
  settings: { alpha: 0.5 },
  dtype: 'float16',
  mode: 'stepwise',
} as const;
const source = { uri: 'file:///a.py', version: 3, start: 4, end: 9, notation: 'python', label: 'a.py:1' };
const input = numericArray([NaN, -Infinity, Infinity, -0, 5e-324], [1, 5]);

const W = numericArray([1, 2], [1, 2]);
const network = {
  network: { name: 'n', layers: [{ W, b: numericArray([0, 1]), activation: 'relu' }] },
  x: numericArray([1]),
  leaky: true,
  batchRow: -1,
};
const calls: readonly FunctionCall[] = [
  call,
  { ...call, function: 'softmax', settings: { axis: -1, temperature: 2 } },
  { ...call, function: 'glu', settings: { axis: -1, gate: 'second' } },
  networkCall,
];

/** Examples of every message: one that is missing does not compile. */
type EachOf<M extends { type: string }> = {
  readonly [T in M['type']]: readonly Extract<M, { type: T }>[];
};

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
    const messages: EachOf<ToHost> = {
      ready: [{ type: 'ready' }],
      state: [{ type: 'state', state: '{}' }],
      call: calls.map((one) => ({ type: 'call', call: one })),
      action: [{ type: 'action', action: 'copyResult' }],
      room: [{ type: 'room', room: 'softmax' }],
      network: [
        { type: 'network', ...network },
        { type: 'network', leaky: false, batchRow: -1 },
      ],
      endComparison: [{ type: 'endComparison' }],
      piece: [{ type: 'piece', index: 2 }],
      reveal: [{ type: 'reveal', index: 3 }, { type: 'reveal' }],
      point: [{ type: 'point', index: -1 }],
      pin: [{ type: 'pin', pinned: true }],
      evaluateSample: [{ type: 'evaluateSample', evaluation: { call, input, source }, sample: 'Steps' }],
      history: [{ type: 'history', action: 'rename', id: 4 }],
      clearHistory: [{ type: 'clearHistory' }],
      copyText: [{ type: 'copyText', text: 'x' }],
      save: [
        { type: 'save', name: 'a.png', content: new Uint8Array([1, 2]) },
        { type: 'save', name: 'a.svg', content: '<svg/>' },
      ],
      openSamples: [{ type: 'openSamples' }],
      readNetwork: [{ type: 'readNetwork' }],
      openInEditor: [{ type: 'openInEditor' }],
      log: [{ type: 'log', message: 'm' }],
    };
    for (const message of Object.values(messages).flat()) assert.deepEqual(readToHost(travel(message)), message);
  });

  it('reads every message of the host as it was sent', () => {
    const evaluation = { call, input, source };
    const entry = { id: 1, name: '', call, shape: [2], source: 'a.py:1', count: 2 };
    const piece = { index: 0, count: 2 };
    const bare = { room: 'function', pinned: false, network: { leaky: false, batchRow: 0 }, history: [] } as const;
    const texts = { strings: { a: 'b' }, locale: 'ko', state: '{}' } as const;
    const messages: EachOf<ToWebview> = {
      init: [
        { type: 'init', ...texts, surface: 'sidebar', snapshot: bare },
        {
          type: 'init',
          ...texts,
          surface: 'editor',
          snapshot: {
            call,
            shown: evaluation,
            piece,
            sample: 's',
            previewed: evaluation,
            room: 'network',
            pinned: true,
            network,
            history: [entry],
            comparison: { name: 'n', evaluation },
          },
        },
      ],
      evaluation: [
        { type: 'evaluation', reason: 'show', evaluation, piece, sample: 's' },
        { type: 'evaluation', reason: 'preview', evaluation },
      ],
      nothing: [{ type: 'nothing', reason: 'preview' }],
      call: calls.map((one) => ({ type: 'call', call: one })),
      room: [{ type: 'room', room: 'precision' }],
      pin: [{ type: 'pin', pinned: false }],
      network: [{ type: 'network', ...network }],
      highlight: [{ type: 'highlight', index: -1 }],
      history: [{ type: 'history', entries: [entry] }],
      comparison: [{ type: 'comparison', name: 'before', evaluation }],
      endComparison: [{ type: 'endComparison' }],
    };
    for (const message of Object.values(messages).flat()) assert.deepEqual(readToWebview(travel(message)), message);
  });

  it('carries a network of a million weights, as buffers', () => {
    const W = numericArray(new Float64Array(1_000_000).fill(0.5), [1000, 1000]);
    const b = numericArray(new Float64Array(1000), [1000]);
    const message: ToHost = {
      type: 'network',
      network: { layers: [{ W, b, activation: 'relu' }] },
      leaky: false,
      batchRow: 0,
    };
    const arrived = readToHost(travel(message));
    assert.ok(arrived?.type === 'network');
    assert.equal(arrived.network?.layers[0]?.W.data.length, 1_000_000);
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
