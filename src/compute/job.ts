/** The jobs of a thread by name: what each is asked and what it answers. */
export type Jobs = Readonly<Record<string, (request: never) => unknown>>;

export type RequestOf<J extends Jobs, K extends keyof J> = Parameters<J[K]>[0];
export type AnswerOf<J extends Jobs, K extends keyof J> = ReturnType<J[K]>;

/** What a thread is sent. */
export interface JobMessage {
  readonly id: number;
  readonly job: string;
  readonly request: unknown;
}

/** What it answers: the result, or what was thrown. */
export type JobReply =
  | { readonly id: number; readonly ok: true; readonly result: unknown }
  | { readonly id: number; readonly ok: false; readonly message: string };

/** Does a job; beside the reply the buffers that the message hands over instead of copying them. */
export function serve(jobs: Jobs, { id, job, request }: JobMessage): { reply: JobReply; buffers: ArrayBuffer[] } {
  try {
    const result = jobs[job]!(request as never);
    return { reply: { id, ok: true, result }, buffers: buffersOf(result) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { reply: { id, ok: false, message }, buffers: [] };
  }
}

/** How deep a message holds arrays: `result.array.data`. */
const DEEPEST = 4;

/** The buffers of all typed arrays in a message, each once. */
export function buffersOf(message: unknown): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  const visit = (value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null) return;
    if (ArrayBuffer.isView(value)) {
      if (value.buffer instanceof ArrayBuffer) buffers.add(value.buffer);
    } else if (depth < DEEPEST && !Array.isArray(value)) {
      for (const part of Object.values(value)) visit(part, depth + 1);
    }
  };
  visit(message, 0);
  return [...buffers];
}
