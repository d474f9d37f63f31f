import { post, savedState } from './host';
import { callOf, firstState, type Choices, type State } from './state';

/** Holds what the view shows and tells who draws it. Choices are stored, and the host hears of another call. */
class Store {
  private current: State = firstState;
  private readonly listeners = new Set<() => void>();
  private pointing: ReturnType<typeof setTimeout> | undefined;
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
    const before = this.callText();
    const seen = change.room === 'softmax' ? 'softmax' : change.room === 'function' ? 'activation' : undefined;
    const choices: Choices = { ...this.current.choices, ...change, ...(seen !== undefined && { lastFunction: seen }) };
    this.set({ choices });
    if (this.callText() !== before) this.tellCall();
    this.storeSoon();
  }

  /** A value is pointed at here; the editor marks its place. -1: none any more. */
  point(index: number): void {
    if (index === this.current.pointed) return;
    this.set({ pointed: index, pointedInEditor: false });
    this.pointing ??= setTimeout(() => {
      this.pointing = undefined;
      post({ type: 'point', index: this.current.pointed });
    }, 50);
  }

  /** Tells the host what the view evaluates now, so that its commands mean the same. A network has no call of its own. */
  tellCall(): void {
    const { evaluation, choices } = this.current;
    if (evaluation !== undefined && choices.room !== 'network')
      post({ type: 'call', call: callOf(choices, evaluation.input) });
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
    }, 250);
  }
}

export const store = new Store();
