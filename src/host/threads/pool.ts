import { buffersOf, type AnswerOf, type JobMessage, type JobReply, type Jobs, type RequestOf } from '../../compute/job';
import type { Thread } from './thread';

/** A job that has been asked for. */
interface Asked {
  readonly message: JobMessage;
  readonly transfer: readonly ArrayBuffer[];
  resolve(result: unknown): void;
  reject(error: unknown): void;
}

interface Seat {
  readonly thread: Thread;
  job: Asked | undefined;
}

/** What starts a thread: `received` gets its messages, `failed` is called when it is of no use any more. */
export type Start = (received: (message: unknown) => void, failed: (error: unknown) => void) => Thread | undefined;

/** Threads are not to be had: there are none here, or they cannot be made. */
export class NoThreads extends Error {}

/**
 * A few threads that do jobs, each one at a time, the others waiting in turn. Started when first needed and kept. A
 * job is cancelled by ending its thread; another takes its place when it is needed.
 */
export class Pool<J extends Jobs> {
  private readonly seats = new Set<Seat>();
  private readonly waiting: Asked[] = [];
  private next = 1;

  constructor(
    private readonly start: Start,
    private readonly most: number,
  ) {}

  /** @param transfer hand over the buffers of the request instead of copying them: the caller must not use them again */
  run<K extends keyof J & string>(
    job: K,
    request: RequestOf<J, K>,
    signal?: { onCancel(cancel: (reason: unknown) => void): void },
    transfer = false,
  ): Promise<AnswerOf<J, K>> {
    return new Promise((resolve, reject) => {
      const asked: Asked = {
        message: { id: this.next++, job, request },
        transfer: transfer ? buffersOf(request) : [],
        resolve: resolve,
        reject,
      };
      this.waiting.push(asked);
      signal?.onCancel((reason) => this.cancel(asked, reason));
      this.work();
    });
  }

  dispose(): void {
    for (const asked of this.waiting.splice(0)) asked.reject(new NoThreads('the extension ends'));
    for (const seat of [...this.seats]) this.end(seat, new NoThreads('the extension ends'));
  }

  private work(): void {
    while (this.waiting.length > 0) {
      const seat = [...this.seats].find(({ job }) => job === undefined) ?? this.seatOne();
      if (seat === undefined) return;
      const asked = this.waiting.shift()!;
      seat.job = asked;
      seat.thread.post(asked.message, asked.transfer);
    }
  }

  /** A further thread, while there may be one. Without any thread nobody waits in vain. */
  private seatOne(): Seat | undefined {
    if (this.seats.size >= this.most) return undefined;
    let seat: Seat | undefined;
    let reason: unknown = new NoThreads('there are no threads here');
    try {
      const thread = this.start(
        (message) => seat !== undefined && this.received(seat, message as JobReply),
        (error) => seat !== undefined && this.end(seat, error),
      );
      if (thread !== undefined) seat = { thread, job: undefined };
    } catch (error) {
      reason = new NoThreads(error instanceof Error ? error.message : String(error));
    }
    if (seat !== undefined) this.seats.add(seat);
    else if (this.seats.size === 0) for (const asked of this.waiting.splice(0)) asked.reject(reason);
    return seat;
  }

  private received(seat: Seat, reply: JobReply): void {
    const { job } = seat;
    if (job?.message.id !== reply.id) return;
    seat.job = undefined;
    if (reply.ok) job.resolve(reply.result);
    else job.reject(new Error(reply.message));
    this.work();
  }

  private cancel(asked: Asked, reason: unknown): void {
    const at = this.waiting.indexOf(asked);
    if (at >= 0) {
      this.waiting.splice(at, 1);
      asked.reject(reason);
      return;
    }
    for (const seat of this.seats) if (seat.job === asked) this.end(seat, reason);
    this.work();
  }

  private end(seat: Seat, reason: unknown): void {
    if (!this.seats.delete(seat)) return;
    seat.thread.dispose();
    seat.job?.reject(reason);
    this.work();
  }
}
