import { dtypes, type NumericArray } from '../core/array/numericArray';
import { modes } from '../core/function/call';
import { isArray, mostText, mostValues } from './arrayCheck';
import { either, finite, flag, integer, listOf, object, oneOf, optional, tableOf, text, type Check } from './check';
import type { Evaluation, FunctionCall, SourceRange } from './evaluation';
import { isLearningState, type LearningState } from './learningState';

/**
 * Every message between the host and the webview.
 *
 * Arrays travel as `Float64Array` inside the message: VS Code hands typed arrays on as bytes, so NaN and infinities
 * arrive as they are. Numbers outside arrays travel as JSON, which knows neither, and must be finite.
 * A message is checked when it arrives; one that does not fit is dropped and logged.
 */
export type ToWebview =
  | {
      readonly type: 'init';
      readonly strings: Readonly<Record<string, string>>;
      readonly locale: 'en' | 'ko';
      /** how the view looked, see `looks` */
      readonly state?: string | undefined;
      readonly surface: Surface;
      readonly snapshot: Snapshot;
    }
  /** show: asked for by a command; preview: while someone moves through a list; follow: the selection moved */
  | {
      readonly type: 'evaluation';
      readonly reason: 'show' | 'preview' | 'follow';
      readonly evaluation: Evaluation;
      /** which of several evaluations of one command it is */
      readonly piece?: Piece | undefined;
      /** the name of the built-in sample that it is */
      readonly sample?: string | undefined;
    }
  /** the preview ended */
  | { readonly type: 'nothing'; readonly reason: 'preview' }
  /** another function or other settings were chosen where else the view is open */
  | { readonly type: 'call'; readonly call: FunctionCall }
  | { readonly type: 'room'; readonly room: Room }
  | { readonly type: 'pin'; readonly pinned: boolean }
  | ({ readonly type: 'network' } & NetworkState)
  /** the cursor stands on the array's value of this index; -1: on none */
  | { readonly type: 'highlight'; readonly index: number }
  | { readonly type: 'history'; readonly entries: readonly HistoryEntry[] }
  /** an evaluation of the history, to be compared with what is shown */
  | { readonly type: 'comparison'; readonly name: string; readonly evaluation: Evaluation }
  | { readonly type: 'endComparison' };

export type ToHost =
  /** the webview has started and knows nothing: answered by init and all that is shown */
  | { readonly type: 'ready' }
  /** what the webview wants to find again after a reload, as JSON */
  | { readonly type: 'state'; readonly state: string }
  /** another function or other settings were chosen for the array shown; commands work with it from now on */
  | { readonly type: 'call'; readonly call: FunctionCall }
  | { readonly type: 'action'; readonly action: ResultAction }
  | { readonly type: 'room'; readonly room: Room }
  /** the network, its input or how it is looked at was changed by hand */
  | ({ readonly type: 'network' } & NetworkState)
  | { readonly type: 'endComparison' }
  /** show another of several evaluations of one command */
  | { readonly type: 'piece'; readonly index: number }
  /** select the array in its editor, or its value of this index */
  | { readonly type: 'reveal'; readonly index?: number | undefined }
  /** the value of this index is pointed at; -1: none any more */
  | { readonly type: 'point'; readonly index: number }
  | { readonly type: 'pin'; readonly pinned: boolean }
  | { readonly type: 'evaluateSample'; readonly evaluation: Evaluation; readonly sample: string }
  | { readonly type: 'history'; readonly action: 'open' | 'compare' | 'rename' | 'delete'; readonly id: number }
  | { readonly type: 'clearHistory' }
  | { readonly type: 'copyText'; readonly text: string }
  | { readonly type: 'save'; readonly name: string; readonly content: string | Uint8Array }
  | { readonly type: 'openSamples' }
  | { readonly type: 'readNetwork' }
  | { readonly type: 'openInEditor' }
  | { readonly type: 'log'; readonly message: string };

/** Which of how many, from 0. */
export interface Piece {
  readonly index: number;
  readonly count: number;
}

/** What both places where the view may be open show alike: the host's model owns it. */
export interface Snapshot {
  /** undefined until a function was chosen */
  readonly call?: FunctionCall | undefined;
  readonly shown?: Evaluation | undefined;
  readonly piece?: Piece | undefined;
  readonly sample?: string | undefined;
  readonly previewed?: Evaluation | undefined;
  readonly room: Room;
  readonly pinned: boolean;
  readonly network: NetworkState;
  readonly history: readonly HistoryEntry[];
  readonly comparison?: Comparison | undefined;
}

export interface Comparison {
  /** given by a person; empty: named by its function and source */
  readonly name: string;
  readonly evaluation: Evaluation;
}

/** The network of the network room with every edit. */
export interface NetworkState {
  /** undefined: the sample network */
  readonly network?: Network | undefined;
  /** what runs through it; undefined: the sample's input */
  readonly x?: NumericArray | undefined;
  /** every ReLU is replaced by Leaky ReLU */
  readonly leaky: boolean;
  /** row of the batch; -1: the mean of all */
  readonly batchRow: number;
  /** what a reset returns to: the network and the array as they were read; undefined: the sample */
  readonly asRead?: { readonly network?: Network | undefined; readonly x?: NumericArray | undefined } | undefined;
  /** what the source did not say and was assumed */
  readonly assumed?: readonly Assumption[] | undefined;
  /** loss, target and how far the training is; undefined: nothing was chosen yet */
  readonly learning?: LearningState | undefined;
}

const assumptions = ['activations', 'biases'] as const;
/** The activations were not named in the source, or biases were missing and are 0. */
export type Assumption = (typeof assumptions)[number];

/** A network as messages carry it: core's `Network`. */
interface Network {
  readonly name?: string;
  readonly layers: readonly {
    readonly W: NumericArray;
    readonly b: NumericArray;
    readonly activation: string;
    readonly params?: Readonly<Record<string, number>>;
  }[];
}

export const rooms = ['function', 'softmax', 'network', 'precision'] as const;
export type Room = (typeof rooms)[number];

/** Where the webview lives. */
export type Surface = 'sidebar' | 'editor';

export const resultActions = ['replaceSelection', 'insertBelow', 'copyResult', 'copyResultAs', 'openResult'] as const;
export type ResultAction = (typeof resultActions)[number];

export interface HistoryEntry {
  readonly id: number;
  /** given by a person; empty: named by its function and source */
  readonly name: string;
  readonly call: FunctionCall;
  readonly shape: readonly number[];
  readonly source: string;
  /** how many arrays it holds */
  readonly count: number;
}

export const isSource = object<SourceRange>({
  uri: text(8000),
  version: integer(0, Number.MAX_SAFE_INTEGER),
  start: integer(0, Number.MAX_SAFE_INTEGER),
  end: integer(0, Number.MAX_SAFE_INTEGER),
  notation: text(100),
  label: text(1000),
});

const id = text(100);
const params = tableOf(finite, 50);

/** Whether a value, e.g. one that was stored, is a call of this version's form. */
export const isCall = object<FunctionCall>({
  function: id,
  settings: tableOf(either(finite, text(100)), 50),
  dtype: oneOf(...dtypes),
  mode: oneOf(...modes),
});
export const isEvaluation = object<Evaluation>({ call: isCall, input: isArray, source: optional(isSource) });

const isNetwork = object<Network>({
  name: optional(text()),
  layers: listOf(
    object<Network['layers'][number]>({
      W: isArray,
      b: isArray,
      activation: id,
      params: optional(params),
    }),
    1000,
  ),
});

const networkState = {
  network: optional(isNetwork),
  x: optional(isArray),
  leaky: flag,
  batchRow: integer(-1, mostValues),
  asRead: optional(object<NonNullable<NetworkState['asRead']>>({ network: optional(isNetwork), x: optional(isArray) })),
  assumed: optional(listOf(oneOf(...assumptions), 2)),
  learning: optional(isLearningState),
};
const isNetworkState = object<NetworkState>(networkState);
const isPiece = object<Piece>({ index: integer(0, mostValues), count: integer(1, mostValues) });
const isHistory = listOf(
  object<HistoryEntry>({
    id: integer(0, Number.MAX_SAFE_INTEGER),
    name: text(),
    call: isCall,
    shape: listOf(integer(0, mostValues), 64),
    source: text(),
    count: integer(1, mostValues),
  }),
  1000,
);
const isSnapshot = object<Snapshot>({
  call: optional(isCall),
  shown: optional(isEvaluation),
  piece: optional(isPiece),
  sample: optional(text()),
  previewed: optional(isEvaluation),
  room: oneOf(...rooms),
  pinned: flag,
  network: isNetworkState,
  history: isHistory,
  comparison: optional(object<Comparison>({ name: text(), evaluation: isEvaluation })),
});

type Checks<M extends { type: string }> = { readonly [T in M['type']]: Check<Extract<M, { type: T }>> };
type In<T extends ToWebview['type']> = Extract<ToWebview, { type: T }>;
type Out<T extends ToHost['type']> = Extract<ToHost, { type: T }>;

const toWebview: Checks<ToWebview> = {
  init: object<In<'init'>>({
    type: oneOf('init'),
    strings: tableOf(text(4000), 2000),
    locale: oneOf('en', 'ko'),
    state: optional(text(mostText)),
    surface: oneOf('sidebar', 'editor'),
    snapshot: isSnapshot,
  }),
  evaluation: object<In<'evaluation'>>({
    type: oneOf('evaluation'),
    reason: oneOf('show', 'preview', 'follow'),
    evaluation: isEvaluation,
    piece: optional(isPiece),
    sample: optional(text()),
  }),
  nothing: object<In<'nothing'>>({ type: oneOf('nothing'), reason: oneOf('preview') }),
  call: object<In<'call'>>({ type: oneOf('call'), call: isCall }),
  room: object<In<'room'>>({ type: oneOf('room'), room: oneOf(...rooms) }),
  pin: object<In<'pin'>>({ type: oneOf('pin'), pinned: flag }),
  network: object<In<'network'>>({ type: oneOf('network'), ...networkState }),
  highlight: object<In<'highlight'>>({ type: oneOf('highlight'), index: integer(-1, mostValues) }),
  history: object<In<'history'>>({ type: oneOf('history'), entries: isHistory }),
  comparison: object<In<'comparison'>>({ type: oneOf('comparison'), name: text(), evaluation: isEvaluation }),
  endComparison: object<In<'endComparison'>>({ type: oneOf('endComparison') }),
};

const toHost: Checks<ToHost> = {
  ready: object<Out<'ready'>>({ type: oneOf('ready') }),
  state: object<Out<'state'>>({ type: oneOf('state'), state: text(1 << 20) }),
  call: object<Out<'call'>>({ type: oneOf('call'), call: isCall }),
  action: object<Out<'action'>>({ type: oneOf('action'), action: oneOf(...resultActions) }),
  room: object<Out<'room'>>({ type: oneOf('room'), room: oneOf(...rooms) }),
  network: object<Out<'network'>>({ type: oneOf('network'), ...networkState }),
  endComparison: object<Out<'endComparison'>>({ type: oneOf('endComparison') }),
  piece: object<Out<'piece'>>({ type: oneOf('piece'), index: integer(0, mostValues) }),
  reveal: object<Out<'reveal'>>({ type: oneOf('reveal'), index: optional(integer(0, mostValues)) }),
  point: object<Out<'point'>>({ type: oneOf('point'), index: integer(-1, mostValues) }),
  pin: object<Out<'pin'>>({ type: oneOf('pin'), pinned: flag }),
  evaluateSample: object<Out<'evaluateSample'>>({
    type: oneOf('evaluateSample'),
    evaluation: isEvaluation,
    sample: text(),
  }),
  history: object<Out<'history'>>({
    type: oneOf('history'),
    action: oneOf('open', 'compare', 'rename', 'delete'),
    id: integer(0, Number.MAX_SAFE_INTEGER),
  }),
  clearHistory: object<Out<'clearHistory'>>({ type: oneOf('clearHistory') }),
  copyText: object<Out<'copyText'>>({ type: oneOf('copyText'), text: text(mostText) }),
  save: object<Out<'save'>>({
    type: oneOf('save'),
    name: text(200),
    content: either(
      text(mostText),
      (value): value is Uint8Array => value instanceof Uint8Array && value.length <= mostText,
    ),
  }),
  openSamples: object<Out<'openSamples'>>({ type: oneOf('openSamples') }),
  readNetwork: object<Out<'readNetwork'>>({ type: oneOf('readNetwork') }),
  openInEditor: object<Out<'openInEditor'>>({ type: oneOf('openInEditor') }),
  log: object<Out<'log'>>({ type: oneOf('log'), message: text(10000) }),
};

/** The message when it is one that the webview understands, else undefined. */
export function readToWebview(value: unknown): ToWebview | undefined {
  return byKey(toWebview, 'type', value) ? (value as ToWebview) : undefined;
}

/** The message when it is one that the host understands, else undefined. */
export function readToHost(value: unknown): ToHost | undefined {
  return byKey(toHost, 'type', value) ? (value as ToHost) : undefined;
}

function byKey(checks: Readonly<Record<string, Check<unknown>>>, key: string, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const kind: unknown = (value as Record<string, unknown>)[key];
  return typeof kind === 'string' && Object.hasOwn(checks, kind) && checks[kind]!(value);
}
