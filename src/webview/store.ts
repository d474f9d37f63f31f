import type { NetworkState, ToWebview } from '../shared/protocol';
import { post, postSoon, savedState, whenTooLarge } from './host';
import { inRoom, receive } from './model/receive';
import { callOf, firstState, type Choices, type State } from './state';
import { t } from './text';

/** How long nothing must be chosen before the looks are stored. */
const storeMilliseconds = 250;

/** Holds what the view shows and tells who draws it. The host's model hears of what belongs to it. */
class Store {
  private current: State = firstState;
  private readonly listeners = new Set<() => void>();
  private storing: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    whenTooLarge(() => this.set({ notice: t('notice.tooLarge') }));
  }

  get state(): State {
    return this.current;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  set(change: Partial<State>): void {
    this.current = { ...this.current, ...change };
    for (const listener of this.listeners) listener();
  }

  /** A message of the host. */
  receive(message: ToWebview): void {
    this.set(receive(this.current, message));
  }

  /** A person chose something. */
  choose(change: Partial<Choices>): void {
    const before = this.current.choices;
    const callBefore = this.callText();
    const { room } = change;
    const chosen = { ...before, ...change };
    this.set({ choices: room === undefined ? chosen : inRoom(chosen, room) });
    if (room !== undefined && room !== before.room) post({ type: 'room', room });
    if (this.callText() !== callBefore) this.tellCall();
    this.storeSoon();
  }

  /** A person changed the network, its input or how it is looked at. */
  chooseNetwork(change: Partial<NetworkState>): void {
    this.set({ network: { ...this.current.network, ...change } });
    postSoon('network', () => ({ type: 'network', ...this.current.network }));
  }

  pin(pinned: boolean): void {
    this.set({ pinned });
    post({ type: 'pin', pinned });
  }

  endComparison(): void {
    this.set({ comparison: undefined });
    post({ type: 'endComparison' });
  }

  /** A value is pointed at here; the editor marks its place. -1: none any more. */
  point(index: number): void {
    if (index === this.current.pointed) return;
    this.set({ pointed: index, pointedInEditor: false });
    postSoon('point', () => ({ type: 'point', index: this.current.pointed }));
  }

  /** Tells the host what the view evaluates, so that its commands mean the same. A network has no call of its own. */
  private tellCall(): void {
    if (this.current.choices.room === 'network') return;
    postSoon('call', () => ({ type: 'call', call: callOf(this.current.choices, this.current.evaluation?.input) }));
  }

  private callText(): string {
    const { choices, evaluation } = this.current;
    return JSON.stringify(callOf(choices, evaluation?.input));
  }

  /** Stored at most a few times a second, however fast a slider moves. */
  private storeSoon(): void {
    this.storing ??= setTimeout(() => {
      this.storing = undefined;
      const json = JSON.stringify(this.current.choices);
      savedState.set(json);
      post({ type: 'state', state: json });
    }, storeMilliseconds);
  }
}

export const store = new Store();
