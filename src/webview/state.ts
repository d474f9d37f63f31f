import { activations } from '../core/activations/registry';
import { dtypes } from '../core/array/numericArray';
import type { DType, NumericArray, Parameters } from '../core/index';
import { isNetworkCall, networkCall, type Evaluation, type FunctionCall } from '../shared/evaluation';
import type { HistoryEntry, NetworkState, Piece, Room, Surface } from '../shared/protocol';
import { roomFor } from '../shared/roomFor';
import { rooms } from '../shared/protocol';

/**
 * What a person chose in the view. The room and the call that the choices make belong to the host's model, which tells
 * them to every place where the view is open; the rest is how this view looks.
 */
export interface Choices {
  readonly room: Room;
  readonly function: string;
  /** which softmax the softmax room shows */
  readonly softmax: string;
  /** the gate that the function room shows instead of an activation; empty: none */
  readonly gate: string;
  readonly pieces: number;
  readonly half: 'first' | 'second';
  /** whether the activation or the softmax was looked at last: what the precision room is about */
  readonly lastFunction: 'activation' | 'softmax';
  /** parameters that differ from the defaults, by function */
  readonly params: Readonly<Record<string, Parameters>>;
  /** further functions in the plot; those switched off in the legend */
  readonly compared: readonly string[];
  readonly switchedOff: readonly string[];
  readonly withDerivative: boolean;
  readonly dtype: DType;
  readonly mode: 'fused' | 'stepwise';
  readonly axis: number;
  readonly temperature: number;
  readonly shift: number;
  readonly slice: number;
  /** the logit whose steps are shown */
  readonly logit: number;
  readonly entry: number;
  /** pictures are saved on white, not in the colours of the theme */
  readonly lightGround: boolean;
}

export const firstChoices: Choices = {
  room: 'function',
  function: 'sigmoid',
  softmax: 'softmax',
  gate: '',
  pieces: 2,
  half: 'second',
  lastFunction: 'activation',
  params: {},
  compared: [],
  switchedOff: [],
  withDerivative: true,
  dtype: 'float64',
  mode: 'fused',
  axis: -1,
  temperature: 1,
  shift: 0,
  slice: 0,
  logit: 0,
  entry: 0,
  lightGround: true,
};

/** All that the view shows. */
export interface State {
  readonly started: boolean;
  readonly surface: Surface;
  readonly choices: Choices;
  readonly evaluation: Evaluation | undefined;
  /** what someone looks at while moving through a list; goes before `evaluation` */
  readonly previewed: Evaluation | undefined;
  readonly sampleName: string;
  /** which of several evaluations of one command is shown; undefined: there is only one */
  readonly piece: Piece | undefined;
  readonly pinned: boolean;
  /** the network with every edit, and what runs through it */
  readonly network: NetworkState;
  /** the value that is pointed at, here or in the editor; -1: none */
  readonly pointed: number;
  /** the cursor is on that value in the editor: its row is brought into view */
  readonly pointedInEditor: boolean;
  readonly history: readonly HistoryEntry[];
  /** an evaluation of the history that is compared with what is shown */
  readonly comparison: { readonly name: string; readonly evaluation: Evaluation } | undefined;
  /** what could not be done */
  readonly notice: string | undefined;
}

export const firstState: State = {
  started: false,
  surface: 'sidebar',
  choices: firstChoices,
  evaluation: undefined,
  previewed: undefined,
  sampleName: '',
  piece: undefined,
  pinned: false,
  network: { leaky: false, batchRow: 0 },
  pointed: -1,
  pointedInEditor: false,
  history: [],
  comparison: undefined,
  notice: undefined,
};

/** The array in view, and the call that the preview asks for or the choices make. */
export function shownInput(state: State): NumericArray | undefined {
  return (state.previewed ?? state.evaluation)?.input;
}

/** The call that a room's choices make; what commands in the editor then work with. An axis that is not there is the last. */
export function callOf(choices: Choices, input: NumericArray | undefined): FunctionCall {
  const { room, dtype, mode, temperature } = choices;
  if (room === 'network') return networkCall;
  if (room === 'softmax' || (room === 'precision' && choices.lastFunction === 'softmax')) {
    const axis = usableAxis(choices.axis, input);
    return { function: choices.softmax, settings: { axis, temperature }, dtype, mode };
  }
  if (room === 'function' && choices.gate !== '') {
    const option = choices.gate === 'maxout' ? { pieces: choices.pieces } : { gate: choices.half };
    const settings = { axis: usableAxis(choices.axis, input), ...option };
    return { function: choices.gate, settings, dtype: 'float64', mode: 'fused' };
  }
  return { function: choices.function, settings: choices.params[choices.function] ?? {}, dtype, mode };
}

/** The axis that was chosen, or the last one where this array does not have it. */
export function usableAxis(axis: number, input: NumericArray | undefined): number {
  const dimensions = Math.max(1, input?.shape.length ?? 1);
  return axis >= -dimensions && axis < dimensions ? axis : -1;
}

/** The choices that show a call, its settings complete, in the room where it belongs. */
export function choicesFor(call: FunctionCall, choices: Choices): Choices {
  const { function: id, settings, dtype, mode } = call;
  const room = roomFor(call, choices.room);
  if (isNetworkCall(call)) return { ...choices, room };
  if (activations.has(id)) {
    const params = { ...choices.params, [id]: settings as Parameters };
    return { ...choices, room, function: id, gate: '', lastFunction: 'activation', params, dtype, mode };
  }
  const axis = Number(settings.axis ?? -1);
  // the registries of softmaxes and gates are loaded later; only a softmax has a temperature
  if (settings.temperature !== undefined) {
    const temperature = Number(settings.temperature);
    return {
      ...choices,
      room,
      softmax: id,
      lastFunction: 'softmax',
      axis,
      temperature,
      dtype,
      mode,
    };
  }
  const half = settings.gate === 'first' ? 'first' : 'second';
  return { ...choices, room, gate: id, axis, pieces: Number(settings.pieces ?? 2), half };
}

/** Reads stored choices; what does not fit this version is replaced by the first choice. */
export function readChoices(json: string | undefined): Choices {
  if (json === undefined) return firstChoices;
  let stored: unknown;
  try {
    stored = JSON.parse(json);
  } catch {
    return firstChoices;
  }
  if (typeof stored !== 'object' || stored === null) return firstChoices;
  const choices: Record<string, unknown> = { ...firstChoices };
  for (const [key, value] of Object.entries(stored)) {
    if (!Object.hasOwn(choices, key)) continue;
    if (typeof value === typeof choices[key] && Array.isArray(value) === Array.isArray(choices[key]))
      choices[key] = value;
  }
  const read = choices as unknown as Choices;
  return {
    ...read,
    room: rooms.includes(read.room) ? read.room : 'function',
    dtype: dtypes.includes(read.dtype) ? read.dtype : 'float64',
    mode: read.mode === 'stepwise' ? 'stepwise' : 'fused',
    half: read.half === 'first' ? 'first' : 'second',
    lastFunction: read.lastFunction === 'softmax' ? 'softmax' : 'activation',
  };
}
