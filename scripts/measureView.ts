// npm run measure:view: how fast the sidebar opens and follows, by the browser's own clock, without VS Code around it.
import type { Page } from 'playwright-core';
import { numericArray } from '../src/core/index';
import { launch, openView } from '../test/webview/harness';
import { root } from './lib/paths';
import { run } from './lib/processes';

const runs = 15;

const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!;

function report(what: string, times: readonly number[]): void {
  const slowest = Math.max(...times).toFixed(1);
  console.log(`${what.padEnd(52)} median ${median(times).toFixed(1)} ms of ${times.length}, slowest ${slowest} ms`);
}

const call = { function: 'leakyRelu', settings: {}, dtype: 'float64', mode: 'fused' } as const;

/** Milliseconds of script for each new selection of so many values: from the message to the end of all that it sets off. */
function follow(page: Page, count: number): Promise<number[]> {
  return page.evaluate(
    async ([length, repeats]) => {
      const later = (): Promise<void> =>
        new Promise((resolve) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve();
          port2.postMessage(0);
        });
      const times: number[] = [];
      for (let i = 0; i < repeats; i++) {
        const data = Float64Array.from({ length }, (_, k) => 6 * Math.sin((k + i) * 0.7297));
        const fixed = { function: 'leakyRelu', settings: {}, dtype: 'float64', mode: 'fused' };
        const evaluation = { call: fixed, input: { data, shape: [length], dtype: 'float64' } };
        await new Promise((resolve) => requestAnimationFrame(resolve));
        const start = performance.now();
        // handled at once, as the browser hands on a message that has arrived
        window.dispatchEvent(
          new MessageEvent('message', { data: { type: 'evaluation', reason: 'follow', evaluation } }),
        );
        await later();
        times.push(performance.now() - start);
      }
      return times.slice(1);
    },
    [count, runs + 1] as const,
  );
}

async function main(): Promise<void> {
  const built = await run(process.execPath, ['esbuild.js', '--production'], { cwd: root, seconds: 120 });
  if (built.code !== 0) throw new Error('the build failed');
  const browser = await launch();
  const painted: number[] = [];
  for (let i = 0; i < runs; i++) {
    const view = await openView(browser);
    await view.page.getByRole('tab').first().waitFor();
    painted.push(
      await view.page.evaluate(async () => {
        await new Promise((resolve) => setTimeout(resolve, 200));
        return performance.getEntriesByName('first-contentful-paint')[0]!.startTime;
      }),
    );
    await view.page.context().close();
  }
  report('opening to the first content', painted);
  const view = await openView(browser);
  await view.send({ type: 'evaluation', reason: 'show', evaluation: { call, input: numericArray([1, 2]) } });
  await view.page.getByRole('grid').waitFor();
  for (const count of [10_000, 1_000_000]) {
    report(`selection change, ${count.toLocaleString('en-US')} values, script`, await follow(view.page, count));
  }
  await browser.close();
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
