import type * as vscode from 'vscode';

/** What every extension host has, Node or web worker, though neither's types are here. */
const timers = globalThis as unknown as {
  setTimeout(action: () => void, milliseconds: number): unknown;
  clearTimeout(timer: unknown): void;
};

/** Lets what has arrived meanwhile be handled, a cancellation for example. */
export function pause(): Promise<void> {
  return new Promise((resolve) => timers.setTimeout(resolve, 0));
}

/** Runs an action once things have been quiet for a while. */
export class Debounce implements vscode.Disposable {
  private timer: unknown;

  constructor(
    private readonly milliseconds: number,
    private readonly action: () => void,
  ) {}

  /** Something happened: starts the wait anew. */
  trigger(): void {
    timers.clearTimeout(this.timer);
    this.timer = timers.setTimeout(this.action, this.milliseconds);
  }

  dispose(): void {
    timers.clearTimeout(this.timer);
  }
}
