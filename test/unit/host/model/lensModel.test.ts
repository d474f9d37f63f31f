import assert from 'node:assert/strict';
import { numericArray } from '../../../../src/core/array/numericArray';
import { sampleNetwork } from '../../../../src/core/network/network';
import { withWeight } from '../../../../src/core/network/edit';
import { readToWebview } from '../../../../src/shared/protocol';
import { firstLearning, type LearningState } from '../../../../src/shared/learningState';
import { evaluationAt, kinds, modelOf, relu, softmax, started, tanh, told } from './support';

describe('the model of the view', () => {
  it('keeps the room, the edited weights, the leaky switch and the batch row when the view is hidden and shown', () => {
    const model = modelOf();
    const place = started(model);
    model.show([evaluationAt(0)]);
    const edited = withWeight(sampleNetwork, 0, 0, 9);
    model.receive({ type: 'room', room: 'network' }, place);
    model.receive({ type: 'network', network: edited, leaky: true, batchRow: 2 }, place);
    model.seen(place, false);
    model.seen(place, true);
    const [init, ...more] = told(model.receive({ type: 'ready' }, place), place);
    assert.ok(init?.type === 'init');
    assert.equal(init.snapshot.room, 'network');
    assert.equal(init.snapshot.network.network?.layers[0]?.W.data[0], 9);
    assert.deepEqual([init.snapshot.network.leaky, init.snapshot.network.batchRow], [true, 2]);
    assert.deepEqual(more, [], 'a replay is one snapshot, never a show');
  });

  it('keeps what was edited in the network room over a restart', () => {
    const model = modelOf();
    const place = started(model);
    const edited = withWeight(sampleNetwork, 0, 0, 9);
    model.receive({ type: 'network', network: edited, x: numericArray([NaN, 1]), leaky: true, batchRow: -1 }, place);
    const again = modelOf(JSON.parse(JSON.stringify(model.stored)) as object);
    assert.equal(again.network.network?.layers[0]?.W.data[0], 9);
    assert.deepEqual(again.network.x, numericArray([NaN, 1]));
    assert.deepEqual([again.network.leaky, again.network.batchRow], [true, -1]);
  });

  const learning: LearningState = {
    ...firstLearning,
    loss: 'crossEntropy',
    target: numericArray([1], [1]),
    source: 'xor',
    optimiser: 'adam',
    rate: 0.05,
    steps: 3,
    losses: Float64Array.of(0.7, 0.6, NaN),
    first: [Float64Array.of(1)],
    second: [Float64Array.of(2)],
  };

  it('keeps a training as it stands while the view is hidden', () => {
    const model = modelOf();
    const place = started(model);
    model.receive({ type: 'network', network: sampleNetwork, leaky: false, batchRow: 0, learning }, place);
    model.seen(place, false);
    model.seen(place, true);
    const [init] = told(model.receive({ type: 'ready' }, place), place);
    assert.ok(init?.type === 'init');
    assert.deepEqual(init.snapshot.network.learning, learning);
    assert.ok(readToWebview(structuredClone(init)) !== undefined, 'the protocol takes it');
  });

  it('keeps a training over a restart, but for what the optimiser remembers', () => {
    const model = modelOf();
    model.showNetwork(withWeight(sampleNetwork, 0, 0, 9), numericArray([1, 2]), ['biases']);
    const { network } = model;
    model.receive({ type: 'network', ...network, network: sampleNetwork, learning }, started(model));
    const again = modelOf(JSON.parse(JSON.stringify(model.stored)) as object).network;
    assert.deepEqual(again.learning, { ...learning, first: [], second: [] });
    assert.equal(again.asRead?.network?.layers[0]?.W.data[0], 9, 'a reset goes back to what was read');
    assert.deepEqual([again.asRead.x, again.assumed], [numericArray([1, 2]), ['biases']]);
  });

  it('lets the targets go when another array runs through the network', () => {
    const model = modelOf();
    model.receive({ type: 'network', leaky: false, batchRow: 0, learning }, started(model));
    model.runNetwork(numericArray([3, 4]));
    assert.equal(model.network.learning?.target, undefined);
    assert.equal(model.network.learning?.source, 'shown');
    assert.deepEqual(model.network.asRead?.x, numericArray([3, 4]));
  });

  it('runs the network as it was edited on another array', () => {
    const model = modelOf();
    const place = started(model);
    model.receive({ type: 'network', network: withWeight(sampleNetwork, 0, 0, 9), leaky: true, batchRow: 0 }, place);
    model.runNetwork(numericArray([3, 4]));
    assert.equal(model.network.network?.layers[0]?.W.data[0], 9);
    assert.equal(model.network.leaky, true);
    assert.deepEqual(model.network.x, numericArray([3, 4]));
    assert.equal(model.room, 'network');
  });

  it('goes back to what was chosen after Escape out of a pick', () => {
    const model = modelOf();
    const place = started(model);
    model.show([evaluationAt(0, relu)]);
    model.preview(evaluationAt(0, softmax));
    assert.equal(model.room, 'function');
    const effects = model.preview(undefined);
    assert.deepEqual(told(effects, place), [{ type: 'nothing', reason: 'preview' }]);
    assert.deepEqual(model.snapshot.call, relu);
    assert.deepEqual(model.current?.call, relu);
    assert.equal(model.snapshot.previewed, undefined);
  });

  it('tells a view that opens during a pick what is previewed, beside what is shown', () => {
    const model = modelOf();
    model.show([evaluationAt(0, relu)]);
    model.preview(evaluationAt(0, tanh));
    const place = model.open('editor', true);
    const [init] = told(model.receive({ type: 'ready' }, place), place);
    assert.ok(init?.type === 'init');
    assert.deepEqual([init.snapshot.previewed?.call, init.snapshot.shown?.call], [tanh, relu]);
  });

  it('tells the editor tab what is chosen in the sidebar, and back, but never the one who chose', () => {
    const model = modelOf();
    const [sidebar, tab] = [started(model), started(model, 'editor')];
    model.show([evaluationAt(0)]);
    const messages = [
      { type: 'call', call: tanh },
      { type: 'pin', pinned: true },
      { type: 'room', room: 'precision' },
      { type: 'network', leaky: true, batchRow: 1 },
      { type: 'endComparison' },
    ] as const;
    for (const message of messages) {
      for (const [from, other] of [
        [sidebar, tab],
        [tab, sidebar],
      ] as const) {
        const effects = model.receive(message, from);
        assert.deepEqual(told(effects, other), [message]);
        assert.deepEqual(told(effects, from), []);
      }
    }
  });

  it('shows a sample in both places', () => {
    const model = modelOf();
    const [sidebar, tab] = [started(model), started(model, 'editor')];
    const evaluation = { ...evaluationAt(0), source: undefined };
    const effects = model.receive({ type: 'evaluateSample', evaluation, sample: 'Steps' }, sidebar);
    const [message] = told(effects, tab);
    assert.ok(message?.type === 'evaluation');
    assert.equal(message.sample, 'Steps');
  });

  it('opens the room that was asked for while the view was still loading', () => {
    const model = modelOf();
    const place = model.open('sidebar', true);
    assert.deepEqual(told(model.showRoom('precision'), place), []);
    const [init] = told(model.receive({ type: 'ready' }, place), place);
    assert.ok(init?.type === 'init');
    assert.equal(init.snapshot.room, 'precision');
  });

  it('shows the function that was looked at last in the room that is asked for', () => {
    const model = modelOf();
    const place = started(model);
    model.show([evaluationAt(0, tanh)]);
    const effects = model.showRoom('softmax');
    assert.deepEqual(told(effects, place), [
      { type: 'room', room: 'softmax' },
      { type: 'call', call: softmax },
    ]);
    model.showRoom('function');
    assert.deepEqual(model.current?.call, tanh);
  });

  it('keeps an opened history entry when the view is hidden and shown', () => {
    const model = modelOf();
    const place = started(model);
    model.show([evaluationAt(0)]);
    model.follow(evaluationAt(100));
    model.receive({ type: 'history', action: 'open', id: model.snapshot.history[0]!.id }, place);
    assert.equal(model.current?.source?.start, 0);
    model.seen(place, false);
    assert.ok(!kinds(model.seen(place, true)).includes('appeared'), 'the selection would take its place');
    assert.ok(!kinds(model.receive({ type: 'ready' }, place)).includes('appeared'));
  });

  it('follows again what was followed when the view was hidden', () => {
    const model = modelOf();
    const place = started(model);
    model.follow(evaluationAt(0));
    model.seen(place, false);
    assert.deepEqual(model.follow(evaluationAt(50)), [], 'nobody can see it');
    assert.ok(kinds(model.seen(place, true)).includes('appeared'));
  });

  it('is pinned after a restart only to the array that it still has', () => {
    const model = modelOf();
    const place = started(model);
    model.show([evaluationAt(0)]);
    model.receive({ type: 'pin', pinned: true }, place);
    const again = modelOf(model.stored);
    assert.equal(again.snapshot.pinned, true);
    assert.deepEqual(again.current, evaluationAt(0));
    started(again);
    assert.deepEqual(again.follow(evaluationAt(50)), []);

    const large = { ...evaluationAt(0), input: numericArray(new Float64Array(20_000)) };
    model.show([large]);
    const empty = modelOf(model.stored);
    assert.equal(empty.snapshot.pinned, false);
    started(empty);
    assert.notDeepEqual(empty.follow(evaluationAt(50)), []);
  });

  it('brings the function, the settings, the room and the history back after a restart', () => {
    const model = modelOf();
    const place = started(model);
    model.show([evaluationAt(0)]);
    const elu = { ...relu, function: 'elu', settings: { alpha: 0.3 } };
    model.receive({ type: 'call', call: elu }, place);
    model.receive({ type: 'room', room: 'precision' }, place);
    const again = modelOf(JSON.parse(JSON.stringify(model.stored)) as object);
    assert.deepEqual([again.call, again.current?.call, again.room], [elu, elu, 'precision']);
    assert.deepEqual(again.snapshot.history, model.snapshot.history);
  });

  it('says that marks are out of date when the view closes, is hidden or shows something else', () => {
    const model = modelOf();
    const place = started(model);
    assert.ok(kinds(model.show([evaluationAt(0)])).includes('showed'));
    assert.ok(kinds(model.follow(evaluationAt(9))).includes('showed'));
    assert.ok(kinds(model.seen(place, false)).includes('showed'));
    model.seen(place, true);
    assert.ok(kinds(model.close(place)).includes('showed'));
  });

  it('starts with any garbage that is stored', () => {
    const garbage: unknown[] = [null, 5, 'x', [], [null], {}, { version: 1 }, { version: 2, room: 'attic' }];
    for (const one of garbage) {
      const model = modelOf({ model: one, history: one, looks: one });
      assert.equal(model.room, 'function');
      assert.deepEqual(model.snapshot.history, []);
    }
  });

  it('stays with its array when the caret moves in it or a number of it is selected', () => {
    const model = modelOf();
    started(model);
    model.show([evaluationAt(0)]);
    assert.deepEqual(model.follow(evaluationAt(0, tanh)), []);
    assert.deepEqual(model.follow({ ...evaluationAt(3), input: numericArray([5], []) }), []);
    assert.deepEqual(model.follow(undefined), []);
    assert.deepEqual(model.current, evaluationAt(0));
  });

  it('applies the function that the view shows to what it follows, and says so to commands', () => {
    const model = modelOf();
    const place = started(model);
    model.show([evaluationAt(0, tanh)]);
    const effects = model.follow(evaluationAt(90, relu));
    assert.deepEqual(told(effects, place), [
      { type: 'evaluation', reason: 'follow', evaluation: evaluationAt(90, tanh) },
    ]);
    assert.ok(effects.some((effect) => effect.type === 'called' && effect.evaluation.call.function === 'tanh'));
  });

  it('shows several arrays of one command as one event of the history, and turns from one to the next', () => {
    const model = modelOf();
    const place = started(model);
    const pieces = [evaluationAt(0), evaluationAt(50), evaluationAt(90)];
    model.show(pieces);
    assert.deepEqual(model.snapshot.piece, { index: 0, count: 3 });
    assert.deepEqual(
      model.snapshot.history.map(({ count }) => count),
      [3],
    );
    const [message] = told(model.receive({ type: 'piece', index: 2 }, place), place);
    assert.ok(message?.type === 'evaluation');
    assert.deepEqual([message.piece, message.evaluation], [{ index: 2, count: 3 }, pieces[2]]);
    model.receive({ type: 'piece', index: 7 }, place);
    assert.deepEqual(model.current, pieces[2]);
  });

  it('tells a comparison to every place, also to one that opens later', () => {
    const model = modelOf();
    const place = started(model);
    model.show([evaluationAt(0)]);
    const { id } = model.snapshot.history[0]!;
    model.rename(id, ' before ');
    assert.deepEqual(told(model.receive({ type: 'history', action: 'compare', id }, place), place), [
      { type: 'comparison', name: 'before', evaluation: evaluationAt(0) },
    ]);
    assert.equal(model.snapshot.comparison?.name, 'before');
    model.receive({ type: 'endComparison' }, place);
    assert.equal(model.snapshot.comparison, undefined);
  });

  it('computes nothing and stores nothing at once when a slider moves', () => {
    const model = modelOf();
    const place = started(model);
    model.show([evaluationAt(0)]);
    assert.deepEqual(kinds(model.receive({ type: 'call', call: tanh }, place)), ['called', 'persist']);
  });
});
