import assert from 'node:assert/strict';
import { serve, type JobMessage } from '../../../../src/compute/job';
import { NoThreads, Pool, type Start } from '../../../../src/host/threads/pool';

const jobs = {
  double: (x: number) => 2 * x,
  fail: (why: string) => {
    throw new RangeError(why);
  },
};

/** Threads that answer when they are told to. */
function bench() {
  const threads: { inbox: JobMessage[]; ended: boolean; answer(): void; fail(error: unknown): void }[] = [];
  const start: Start = (received, failed) => {
    const thread = {
      inbox: [] as JobMessage[],
      ended: false,
      answer: () => received(serve(jobs, thread.inbox.shift()!).reply),
      fail: failed,
    };
    threads.push(thread);
    return { post: (message) => thread.inbox.push(message as JobMessage), dispose: () => (thread.ended = true) };
  };
  return { threads, start };
}

describe('a pool of threads', () => {
  it('starts as many threads as are needed, at most so many, and the rest waits in turn', async () => {
    const { threads, start } = bench();
    const pool = new Pool<typeof jobs>(start, 2);
    const answers = [1, 2, 3].map((x) => pool.run('double', x));
    assert.equal(threads.length, 2);
    threads[1]!.answer();
    assert.equal(await answers[1], 4);
    assert.equal(threads[1]!.inbox.length, 1, 'the third job goes to the thread that is free');
    threads[1]!.answer();
    threads[0]!.answer();
    assert.deepEqual(await Promise.all(answers), [2, 4, 6]);
    const again = pool.run('double', 5);
    assert.equal(threads.length, 2, 'a thread is kept');
    threads[0]!.answer();
    assert.equal(await again, 10);
  });

  it('rejects with what the job threw, and goes on', async () => {
    const { threads, start } = bench();
    const pool = new Pool<typeof jobs>(start, 1);
    const failing = pool.run('fail', 'broken');
    threads[0]!.answer();
    await assert.rejects(failing, /broken/);
    const fine = pool.run('double', 1);
    threads[0]!.answer();
    assert.equal(await fine, 2);
  });

  it('ends the thread of a job that is cancelled, and no other; a waiting job just leaves', async () => {
    const { threads, start } = bench();
    const pool = new Pool<typeof jobs>(start, 1);
    const cancels: ((reason: unknown) => void)[] = [];
    const signal = { onCancel: (cancel: (reason: unknown) => void) => void cancels.push(cancel) };
    const running = pool.run('double', 1, signal);
    const waiting = pool.run('double', 2, signal);
    const last = pool.run('double', 3);
    cancels[1]!('not wanted');
    await assert.rejects(waiting, (reason) => reason === 'not wanted');
    assert.ok(!threads[0]!.ended);
    cancels[0]!('not wanted');
    await assert.rejects(running, (reason) => reason === 'not wanted');
    assert.ok(threads[0]!.ended);
    threads[1]!.answer();
    assert.equal(await last, 6);
  });

  it('rejects the job of a thread that fails, and starts another for the next', async () => {
    const { threads, start } = bench();
    const pool = new Pool<typeof jobs>(start, 1);
    const lost = pool.run('double', 1);
    threads[0]!.fail(new Error('out of memory'));
    await assert.rejects(lost, /out of memory/);
    const next = pool.run('double', 2);
    threads[1]!.answer();
    assert.equal(await next, 4);
  });

  it('lets nobody wait where there are no threads, or none can be made', async () => {
    await assert.rejects(new Pool<typeof jobs>(() => undefined, 1).run('double', 1), NoThreads);
    const throwing: Start = () => {
      throw new Error('no more workers');
    };
    await assert.rejects(new Pool<typeof jobs>(throwing, 1).run('double', 1), /no more workers/);
  });

  it('ends its threads and rejects what is open when it is disposed of', async () => {
    const { threads, start } = bench();
    const pool = new Pool<typeof jobs>(start, 1);
    const open = [pool.run('double', 1), pool.run('double', 2)];
    pool.dispose();
    for (const one of open) await assert.rejects(one, NoThreads);
    assert.ok(threads[0]!.ended);
  });
});
