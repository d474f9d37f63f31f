import { callOf, type FunctionCall } from '../../core/function/call';
import type { Network, NumericArray } from '../../core/index';
import { isNetworkCall, type Evaluation } from '../../shared/evaluation';
import type {
  Assumption,
  Comparison,
  NetworkState,
  Piece,
  Room,
  Snapshot,
  Surface,
  ToHost,
  ToWebview,
} from '../../shared/protocol';
import { roomFor } from '../../shared/roomFor';
import type { Effect, Place } from './effect';
import { History, type StoredHistory } from './history';
import { Places } from './places';
import {
  decodeEvaluation,
  decodeNetwork,
  encodeEvaluation,
  encodeNetwork,
  isStoredModel,
  storedVersion,
  type StoredModel,
} from './stored';

/** What `init` carries beside the snapshot. */
export interface Texts {
  readonly strings: Readonly<Record<string, string>>;
  readonly locale: 'en' | 'ko';
}

/** What was stored when VS Code was closed; whatever does not fit is left aside. */
export interface Remembered {
  readonly model?: unknown;
  readonly history?: unknown;
  readonly looks?: unknown;
}

const firstNetwork: NetworkState = { leaky: false, batchRow: 0 };

/**
 * What the view shows, wherever it is open: the evaluation, the preview, the call, the room, the network with every
 * edit, the pin, the comparison, the history. Each method returns what is to be done outside; nothing is done here.
 */
export class LensModel {
  private readonly places = new Places();
  private readonly history: History;
  /** the evaluations of one command, or the one that was followed; `at` is in view */
  private evaluations: readonly Evaluation[] = [];
  private at = 0;
  private sample: string | undefined;
  private previewed: Evaluation | undefined;
  private chosen: FunctionCall | undefined;
  /** the functions that were looked at last in their rooms */
  private lastIn: { readonly softmax?: FunctionCall; readonly function?: FunctionCall } = {};
  private inRoom: Room = 'function';
  private pinned = false;
  private networkState = firstNetwork;
  private comparison: Comparison | undefined;
  /** whether what is shown came by following the selection, not by a command */
  private following = true;
  private looks: string | undefined;

  constructor(
    private readonly texts: Texts,
    remembered: Remembered = {},
  ) {
    this.history = new History(remembered.history);
    if (typeof remembered.looks === 'string') this.looks = remembered.looks;
    if (isStoredModel(remembered.model)) this.recall(remembered.model);
  }

  /** what the view shows now, with the function and settings chosen there */
  get current(): Evaluation | undefined {
    return this.evaluations[this.at];
  }

  /** the function that was chosen last, also where no array is shown */
  get call(): FunctionCall | undefined {
    return this.chosen;
  }

  get room(): Room {
    return this.inRoom;
  }

  /** the network of the network room with every edit */
  get network(): NetworkState {
    return this.networkState;
  }

  get visible(): boolean {
    return this.places.visible;
  }

  get snapshot(): Snapshot {
    return {
      call: this.chosen,
      shown: this.current,
      piece: this.piece,
      sample: this.sample,
      previewed: this.previewed,
      room: this.inRoom,
      pinned: this.pinned,
      network: this.networkState,
      history: this.history.list,
      comparison: this.comparison,
    };
  }

  /** What is to be stored, to be handed to the next model. */
  get stored(): { readonly model: StoredModel; readonly history: StoredHistory } {
    const shown = this.current === undefined ? undefined : encodeEvaluation(this.current);
    const network = encodeNetwork(this.networkState);
    return {
      model: {
        version: storedVersion,
        room: this.inRoom,
        // a pin without what it holds would keep the view empty
        pinned: this.pinned && shown !== undefined,
        ...(this.chosen !== undefined && { call: this.chosen }),
        ...(shown !== undefined && { shown }),
        ...(network !== undefined && { network }),
      },
      history: this.history.stored,
    };
  }

  /** A webview was made. It is told nothing before it says `ready`. */
  open(surface: Surface, visible: boolean): Place {
    return this.places.add(surface, visible);
  }

  close(place: Place): Effect[] {
    this.places.delete(place);
    return this.visible ? [] : [{ type: 'showed' }];
  }

  /** A webview was hidden or can be seen again. One that was hidden starts anew and says `ready`. */
  seen(place: Place, visible: boolean): Effect[] {
    if (!this.places.see(place, visible)) return [];
    if (!this.visible) return [{ type: 'showed' }];
    return visible && this.following ? [{ type: 'appeared' }] : [];
  }

  /** Shows an evaluation while someone moves through a pick; undefined goes back to what was shown before. */
  preview(evaluation: Evaluation | undefined): Effect[] {
    if (evaluation === undefined && this.previewed === undefined) return [];
    this.previewed = evaluation;
    return this.places.send(
      evaluation === undefined
        ? { type: 'nothing', reason: 'preview' }
        : { type: 'evaluation', reason: 'preview', evaluation },
    );
  }

  /** Shows the evaluations of one command, the first in view, and keeps them in the history. */
  show(evaluations: readonly Evaluation[]): Effect[] {
    if (evaluations.length === 0) return [];
    this.history.add(evaluations);
    return [...this.put(evaluations), ...this.places.send(this.historyMessage()), { type: 'reveal' }];
  }

  /** The selection holds another array: shown while the view can be seen and is not pinned. */
  follow(evaluation: Evaluation | undefined): Effect[] {
    if (evaluation === undefined || this.pinned || !this.visible) return [];
    // a lone number, double-clicked perhaps to be looked at in its array, is no other array
    if (evaluation.input.shape.length === 0) return [];
    const { current } = this;
    const same = current?.source !== undefined && sameJson(current.source, evaluation.source);
    if (same) return [];
    this.chosen ??= evaluation.call;
    const followed = { ...evaluation, call: this.chosen };
    this.following = true;
    this.evaluations = [followed];
    this.at = 0;
    this.sample = undefined;
    return [
      ...this.places.send({ type: 'evaluation', reason: 'follow', evaluation: followed }),
      ...this.changed(followed),
    ];
  }

  /** Shows a network as it was read, and the array to run it on where there is one. */
  showNetwork(network: Network, x?: NumericArray, assumed?: readonly Assumption[]): Effect[] {
    this.networkState = { ...firstNetwork, network, x, asRead: { network, x }, assumed };
    this.inRoom = 'network';
    return [
      ...this.places.send({ type: 'network', ...this.networkState }),
      ...this.places.send({ type: 'room', room: 'network' }),
      { type: 'reveal' },
      { type: 'persist' },
    ];
  }

  /** Runs the network as it is, edits and all, on another array. */
  runNetwork(x: NumericArray): Effect[] {
    this.inRoom = 'network';
    return [
      ...this.putInput(x),
      ...this.places.send({ type: 'room', room: 'network' }),
      { type: 'reveal' },
      { type: 'persist' },
    ];
  }

  /** Puts a room in front; where another function is at home there, the one that was looked at last in it. */
  showRoom(room: Room): Effect[] {
    this.inRoom = room;
    const call = this.callFor(room);
    const told = call === undefined ? [] : this.changeCall(call);
    return [...this.places.send({ type: 'room', room }), ...told, { type: 'reveal' }, { type: 'persist' }];
  }

  /** Marks the value that the cursor stands on; -1 for none. */
  highlight(index: number): Effect[] {
    return this.places.send({ type: 'highlight', index });
  }

  rename(id: number, name: string): Effect[] {
    this.history.rename(id, name.trim().slice(0, 200));
    return [...this.places.send(this.historyMessage()), { type: 'persist' }];
  }

  /** Answers a message of a webview. */
  receive(message: ToHost, place: Place): Effect[] {
    switch (message.type) {
      case 'ready':
        return this.start(place);
      case 'state':
        this.looks = message.state;
        return [{ type: 'keepLooks', looks: message.state }];
      case 'call':
        return this.changeCall(message.call, place);
      case 'evaluateSample': {
        this.sample = message.sample;
        this.following = false;
        this.evaluations = [message.evaluation];
        this.at = 0;
        this.choose(message.evaluation.call);
        return [...this.places.send(this.shownMessage(message.evaluation), place), ...this.changed(message.evaluation)];
      }
      case 'action':
        if (this.current === undefined) return [];
        return [
          { type: 'called', evaluation: this.current },
          { type: 'act', action: message.action },
        ];
      case 'room':
        this.inRoom = message.room;
        return [...this.places.send(message, place), { type: 'persist' }];
      case 'network': {
        const { network, x, leaky, batchRow, asRead, assumed, learning } = message;
        this.networkState = { network, x, leaky, batchRow, asRead, assumed, learning };
        return [...this.places.send(message, place), { type: 'persist' }];
      }
      case 'pin':
        this.pinned = message.pinned;
        return [...this.places.send(message, place), { type: 'persist' }];
      case 'piece':
        return this.turnTo(message.index);
      case 'endComparison':
        this.comparison = undefined;
        return this.places.send(message, place);
      case 'history':
        return this.changeHistory(message.action, message.id);
      case 'clearHistory':
        this.history.clear();
        return [...this.places.send(this.historyMessage()), { type: 'persist' }];
      case 'reveal':
      case 'point':
      case 'copyText':
      case 'save':
      case 'openSamples':
      case 'readNetwork':
      case 'openInEditor':
      case 'log':
        return [{ type: 'perform', message }];
    }
  }

  private start(place: Place): Effect[] {
    if (!this.places.start(place)) return [];
    const init: ToWebview = {
      type: 'init',
      ...this.texts,
      state: this.looks,
      surface: place.surface,
      snapshot: this.snapshot,
    };
    return [
      { type: 'send', to: place, message: init },
      { type: 'showed' },
      ...(this.places.isVisible(place) && this.following ? [{ type: 'appeared' } as const] : []),
    ];
  }

  private callFor(room: Room): FunctionCall | undefined {
    if (this.chosen === undefined || roomFor(this.chosen, room) === room) return undefined;
    if (room === 'softmax') return this.lastIn.softmax ?? callOf('softmax', { axis: -1, temperature: 1 });
    if (room === 'function') return this.lastIn.function ?? callOf('sigmoid');
    return undefined;
  }

  private choose(call: FunctionCall): void {
    this.chosen = call;
    if (!isNetworkCall(call))
      this.lastIn = { ...this.lastIn, [roomFor(call, 'function') === 'softmax' ? 'softmax' : 'function']: call };
  }

  private changeCall(call: FunctionCall, from?: Place): Effect[] {
    this.choose(call);
    const told = this.places.send({ type: 'call', call }, from);
    const { current, at } = this;
    if (current === undefined) return [...told, { type: 'persist' }];
    const evaluation = { ...current, call };
    this.evaluations = this.evaluations.map((one, i) => (i === at ? evaluation : { ...one, call }));
    return [...told, { type: 'called', evaluation }, { type: 'persist' }];
  }

  private putInput(x: NumericArray): Effect[] {
    const { asRead, learning } = this.networkState;
    this.networkState = {
      ...this.networkState,
      x,
      batchRow: 0,
      asRead: { ...asRead, x },
      // the targets were those of the inputs before
      learning: learning && { ...learning, source: 'shown', target: undefined },
    };
    return this.places.send({ type: 'network', ...this.networkState });
  }

  private turnTo(index: number): Effect[] {
    const evaluation = this.evaluations[index];
    if (evaluation === undefined) return [];
    this.at = index;
    return [...this.places.send(this.shownMessage(evaluation)), ...this.changed(evaluation)];
  }

  private changeHistory(action: 'open' | 'compare' | 'rename' | 'delete', id: number): Effect[] {
    const evaluations = this.history.find(id);
    const evaluation = evaluations?.[0];
    if (evaluations === undefined || evaluation === undefined) return [];
    const name = this.history.nameOf(id);
    switch (action) {
      case 'open':
        return [...this.put(evaluations), { type: 'called', evaluation }];
      case 'compare':
        this.comparison = { name, evaluation };
        return this.places.send({ type: 'comparison', name, evaluation });
      case 'rename':
        return [{ type: 'askName', id, name }];
      case 'delete':
        this.history.delete(id);
        return [...this.places.send(this.historyMessage()), { type: 'persist' }];
    }
  }

  /** Puts what a command or the history gave into view. */
  private put(evaluations: readonly Evaluation[]): Effect[] {
    const evaluation = evaluations[0]!;
    this.evaluations = evaluations;
    this.at = 0;
    this.sample = undefined;
    this.previewed = undefined;
    this.following = false;
    this.choose(evaluation.call);
    this.inRoom = roomFor(evaluation.call, this.inRoom);
    const ran = isNetworkCall(evaluation.call) ? this.putInput(evaluation.input) : [];
    return [...ran, ...this.places.send(this.shownMessage(evaluation)), { type: 'showed' }, { type: 'persist' }];
  }

  private changed(evaluation: Evaluation): Effect[] {
    return [{ type: 'called', evaluation }, { type: 'showed' }, { type: 'persist' }];
  }

  private shownMessage(evaluation: Evaluation): ToWebview {
    return { type: 'evaluation', reason: 'show', evaluation, piece: this.piece, sample: this.sample };
  }

  private historyMessage(): ToWebview {
    return { type: 'history', entries: this.history.list };
  }

  private get piece(): Piece | undefined {
    const count = this.evaluations.length;
    return count > 1 ? { index: this.at, count } : undefined;
  }

  private recall(stored: StoredModel): void {
    const shown = decodeEvaluation(stored.shown);
    this.inRoom = stored.room;
    this.chosen = stored.call;
    this.networkState = decodeNetwork(stored.network) ?? firstNetwork;
    if (shown === undefined) return;
    this.evaluations = [shown];
    this.pinned = stored.pinned;
    this.following = !stored.pinned;
  }
}

/** Whether two plain objects made by the same code say the same. */
const sameJson = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
