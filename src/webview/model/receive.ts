import type { FunctionCall } from '../../shared/evaluation';
import type { ToWebview } from '../../shared/protocol';
import { choicesFor, readChoices, type Choices, type State } from '../state';

/** The state after a message of the host. Nothing is sent and nothing is stored: the host's model told it. */
export function receive(state: State, message: ToWebview): State {
  switch (message.type) {
    case 'init': {
      const { snapshot, surface } = message;
      const looks = { ...readChoices(message.state), room: snapshot.room };
      return {
        ...state,
        started: true,
        surface,
        choices: snapshot.call === undefined ? looks : withCall(looks, snapshot.call),
        evaluation: snapshot.shown,
        piece: snapshot.piece,
        sampleName: snapshot.sample ?? '',
        previewed: snapshot.previewed,
        pinned: snapshot.pinned,
        network: snapshot.network,
        history: snapshot.history,
        comparison: snapshot.comparison,
        pointed: -1,
        notice: undefined,
      };
    }
    case 'evaluation': {
      const { evaluation, reason, piece, sample } = message;
      // a preview is looked at, not chosen: see `seen`
      if (reason === 'preview') return { ...state, previewed: evaluation, pointed: -1 };
      const choices = (reason === 'show' ? choicesFor : withCallOf)(evaluation.call, state.choices);
      return {
        ...state,
        previewed: undefined,
        evaluation,
        piece,
        sampleName: sample ?? '',
        choices,
        pointed: -1,
        notice: undefined,
      };
    }
    case 'nothing':
      return { ...state, previewed: undefined };
    case 'call':
      return { ...state, choices: withCall(state.choices, message.call) };
    case 'room':
      return { ...state, choices: inRoom(state.choices, message.room) };
    case 'pin':
      return { ...state, pinned: message.pinned };
    case 'network': {
      const { network, x, leaky, batchRow } = message;
      return { ...state, network: { network, x, leaky, batchRow } };
    }
    case 'highlight':
      return { ...state, pointed: message.index, pointedInEditor: true };
    case 'history':
      return { ...state, history: message.entries };
    case 'comparison':
      return { ...state, comparison: { name: message.name, evaluation: message.evaluation } };
    case 'endComparison':
      return { ...state, comparison: undefined };
  }
}

/** The state as it is drawn: while a preview is looked at, with the choices that make its call. */
export function seen(state: State): State {
  const { previewed, choices } = state;
  return previewed === undefined ? state : { ...state, choices: choicesFor(previewed.call, choices) };
}

/** The choices in another room. The precision room is about the function that was looked at last. */
export function inRoom(choices: Choices, room: Choices['room']): Choices {
  const looked = room === 'softmax' ? 'softmax' : room === 'function' ? 'activation' : choices.lastFunction;
  return { ...choices, room, lastFunction: looked };
}

const withCallOf = (call: FunctionCall, choices: Choices): Choices => withCall(choices, call);

/** The choices that make a call, in the room as it is. */
function withCall(choices: Choices, call: FunctionCall): Choices {
  return { ...choicesFor(call, choices), room: choices.room };
}
