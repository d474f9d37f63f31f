/**
 * npm run bench [-- --sizes=1e3,1e6 --rows=exp,gelu --time=300 --out=results.json]
 *
 * Everyone in one process, one after the other, in three rounds; the best round's median counts, so that a neighbour
 * who woke up on the machine does not decide.
 */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startKernels } from '../../src/shared/kernels';
import type { Contender, Row } from './contender';
import { functionRows } from './functions';
import { installPeers, peer } from './peers';
import { textRows } from './text';

interface Tinybench {
  readonly Bench: new (options: object) => {
    add(name: string, run: () => unknown): unknown;
    run(): Promise<unknown>;
    readonly tasks: readonly {
      readonly name: string;
      readonly result?: { readonly latency?: { readonly p50: number } };
    }[];
  };
}

interface Line {
  readonly row: string;
  readonly size: number;
  readonly name: string;
  readonly note: string;
  readonly perSecond: number;
}

const { values: flags } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1e3,1e6,1e7' },
    rows: { type: 'string' },
    time: { type: 'string', default: '300' },
    out: { type: 'string', default: 'results.json' },
  },
});
const rounds = 3;

/** Median milliseconds of one run, the best of the rounds. */
async function measure(bench: Tinybench, contenders: readonly Contender[], time: number): Promise<number[]> {
  const best = contenders.map(() => Infinity);
  for (let round = 0; round < rounds; round++) {
    for (const [i, contender] of contenders.entries()) {
      await contender.prepare?.();
      const one = new bench.Bench({
        time: time / rounds,
        iterations: 2,
        warmupTime: time / 10,
        warmupIterations: 1,
        throws: true,
      });
      one.add(contender.name, () => contender.run());
      await one.run();
      best[i] = Math.min(best[i]!, one.tasks[0]?.result?.latency?.p50 ?? Infinity);
    }
  }
  return best;
}

async function compare(row: Row, size: number, bench: Tinybench): Promise<Line[]> {
  const contenders = await row.contenders(size);
  const times = await measure(bench, contenders, Number(flags.time));
  for (const contender of contenders) contender.dispose?.();
  return contenders.map(({ name, note = '' }, i) => ({
    row: row.id,
    size,
    name,
    note,
    perSecond: (size / times[i]!) * 1000,
  }));
}

function table(row: Row, size: number, lines: readonly Line[]): string {
  const first = lines[0]?.perSecond ?? NaN;
  const body = lines.map(({ name, note, perSecond }) =>
    [
      name.padEnd(22),
      (perSecond / 1e6).toFixed(1).padStart(9),
      `x${(first / perSecond).toFixed(2)}`.padStart(9),
      note === '' ? '' : `  ${note}`,
    ].join(''),
  );
  const head = `${row.id}, ${size.toExponential(0)} ${row.unit}`;
  return `\n${head.padEnd(22)}${'M/s'.padStart(9)}${'ours/it'.padStart(9)}\n${body.join('\n')}\n`;
}

installPeers();
startKernels();
const bench = (await peer('tinybench')) as Tinybench | undefined;
if (bench === undefined) throw new Error('tinybench is missing: remove test/bench/node_modules and run again');
const wanted = flags.rows?.split(',');
const rows = [...functionRows, ...textRows].filter(({ id }) => wanted === undefined || wanted.includes(id));
const all: Line[] = [];
for (const size of flags.sizes.split(',').map(Number)) {
  for (const row of rows) {
    const lines = await compare(row, size, bench);
    all.push(...lines);
    process.stdout.write(table(row, size, lines));
  }
}
const out = join(import.meta.dirname, flags.out);
const machine = { node: process.version, cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length };
writeFileSync(out, `${JSON.stringify({ machine, lines: all }, null, 2)}\n`);
process.stdout.write(`\nwritten: ${out}\n`);
