/** A thread that runs until it is disposed of. */
export interface Thread {
  /** Sends a message; these buffers go over instead of being copied. */
  post(message: unknown, transfer: readonly ArrayBuffer[]): void;
  dispose(): void;
}

/** A thread's program. */
export interface Program {
  /** where it lies, for a platform that has files */
  readonly path: string;
  /** its text, for a platform that has none */
  text(): PromiseLike<Uint8Array>;
}

/**
 * Starts a thread. `platform/node` and `platform/web` each have one; `#platform` of package.json names the one that a
 * build takes. `failed` is called when the thread cannot be made, throws, or ends by itself: it is of no use then.
 *
 * @returns undefined where there are no threads
 * @throws what the platform throws when it makes no thread
 */
export type StartThread = (
  program: Program,
  received: (message: unknown) => void,
  failed: (error: unknown) => void,
) => Thread | undefined;
