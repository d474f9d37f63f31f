import { post, savedState } from './host';
import { callOf, firstState, type Choices, type State } from './state';

/** Holds what the view shows and tells who draws it. Choices are stored, and the host hears of another call. */
class Store {
  private current: State = firstState;
  private readonly listeners = new Set<() => void>();
  private storing: ReturnType<typeof setTimeout> | undefined;

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

  /** A person chose something. */
  choose(change: Partial<Choices>): void {
    const before = JSON.stringify(callOf(this.current.choices));
    const choices = { ...this.current.choices, ...change };
    this.set({ choices });
    const call = callOf(choices);
    if (JSON.stringify(call) !== before) post({ type: 'call', call });
    this.storeSoon();
  }

  /** Stored at most a few times a second, however fast a slider moves. */
  private storeSoon(): void {
    this.storing ??= setTimeout(() => {
      this.storing = undefined;
      const json = JSON.stringify(this.current.choices);
      savedState.set(json);
      post({ type: 'state', state: json });
    }, 250);
  }
}

export const store = new Store();
