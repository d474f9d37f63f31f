/** A thread that runs until it is disposed of. */
export interface Thread {
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
 * Starts a thread with one message for it. `platform/node` and `platform/web` each have one; `#platform` of
 * package.json names the one that a build takes. Exactly one of `answered` and `failed` is called first, whatever
 * happens, unless the thread is disposed of before.
 *
 * @returns what ends the thread; undefined where there are no threads
 * @throws what the platform throws when it makes no thread
 */
export type StartThread = (
  program: Program,
  message: unknown,
  answered: (answer: unknown) => void,
  failed: (error: unknown) => void,
) => Thread | undefined;
