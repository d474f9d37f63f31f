import assert from 'node:assert/strict';
import { numericArray } from '../../../../src/core/array/numericArray';
import { inRoom, receive, seen } from '../../../../src/webview/model/receive';
import { callOf, firstState, type State } from '../../../../src/webview/state';
import { evaluationAt, relu, softmax, tanh } from '../../host/model/support';

const shown = (call = relu): State =>
  receive({ ...firstState, started: true }, { type: 'evaluation', reason: 'show', evaluation: evaluationAt(0, call) });

describe('the state of a webview after a message', () => {
  it('draws the preview without choosing it, and is as before when it ends', () => {
    const before = shown();
    const during = receive(before, { type: 'evaluation', reason: 'preview', evaluation: evaluationAt(0, softmax) });
    assert.deepEqual(during.choices, before.choices);
    assert.equal(seen(during).choices.room, 'softmax');
    const after = receive(during, { type: 'nothing', reason: 'preview' });
    assert.equal(seen(after), after);
    assert.deepEqual(callOf(after.choices, after.evaluation?.input), relu);
  });

  it('takes room, call, pin and network from the snapshot, and the rest from its looks', () => {
    const network = { leaky: true, batchRow: 3, x: numericArray([1]) };
    const looks = { room: 'function', temperature: 9, withDerivative: false, networkJson: 'old', pinned: true };
    const state = receive(firstState, {
      type: 'init',
      strings: {},
      locale: 'en',
      surface: 'editor',
      state: JSON.stringify(looks),
      snapshot: {
        room: 'network',
        pinned: false,
        call: softmax,
        shown: evaluationAt(0, softmax),
        network,
        history: [],
      },
    });
    assert.deepEqual([state.choices.room, state.pinned, state.network], ['network', false, network]);
    assert.equal(state.choices.withDerivative, false);
    assert.deepEqual(callOf(inRoom(state.choices, 'softmax'), state.evaluation?.input), softmax);
  });

  it('takes over a call from elsewhere in the room where it is', () => {
    const state = receive(inRoomOf(shown(), 'precision'), { type: 'call', call: tanh });
    assert.equal(state.choices.room, 'precision');
    assert.deepEqual(callOf(state.choices, undefined), tanh);
  });

  it('follows the selection without leaving the room', () => {
    const state = inRoomOf(shown(), 'network');
    const followed = receive(state, { type: 'evaluation', reason: 'follow', evaluation: evaluationAt(80, tanh) });
    assert.equal(followed.choices.room, 'network');
    assert.equal(followed.evaluation?.source?.start, 80);
  });

  it('ends a comparison that was ended elsewhere', () => {
    const compared = receive(shown(), { type: 'comparison', name: 'n', evaluation: evaluationAt(1) });
    assert.equal(compared.comparison?.name, 'n');
    assert.equal(receive(compared, { type: 'endComparison' }).comparison, undefined);
  });

  it('changes no state that it was given', () => {
    const before = Object.freeze(shown());
    receive(before, { type: 'pin', pinned: true });
    assert.equal(before.pinned, false);
  });
});

function inRoomOf(state: State, room: State['choices']['room']): State {
  return { ...state, choices: inRoom(state.choices, room) };
}
