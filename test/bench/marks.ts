/**
 * npm run bench -- --marks [--sizes=1e3,1e6,1e7 --rows=sigmoid,gelu --rounds=15 --python --out=results-marks.json]
 *
 * The kernels beside the same core without them: pairs of runs in one process, one of each in turn, and the median of
 * their ratios. Every run makes a new array of results. `--python` measures NumPy and PyTorch too, on one thread, where
 * a Python has them; `--chart` draws docs/images/speed.svg.
 */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { engine, setEngine } from '../../src/core/kernels/slot';
import { startKernels } from '../../src/shared/kernels';
import { drawChart } from './chart';
import { marks, type Mark } from './markList';
import { pythonRates } from './python';

export interface MarkLine {
  readonly mark: string;
  readonly size: number;
  /** numbers a second, in millions, in the best of the runs: a neighbour who woke up on the machine does not decide */
  readonly kernels: number;
  readonly typescript: number;
  /** median of the pairs' ratios, and the ratio of the best runs */
  readonly ratio: number;
  readonly bestRatio: number;
  /** what `ratio` should be at a million, where there is such a mark */
  readonly wanted: number | undefined;
  readonly peers: Readonly<Record<string, number>>;
}

const { values: flags } = parseArgs({
  options: {
    marks: { type: 'boolean' },
    sizes: { type: 'string', default: '1e3,1e6,1e7' },
    rows: { type: 'string' },
    rounds: { type: 'string', default: '15' },
    python: { type: 'boolean', default: false },
    chart: { type: 'boolean', default: false },
    out: { type: 'string', default: 'results-marks.json' },
  },
});

startKernels();
const kernels = engine();
if (!kernels) throw new Error('the kernels do not compile here');

const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1]!;

/** Milliseconds of one run. */
function time(run: () => unknown, repeats: number): number {
  const start = performance.now();
  for (let i = 0; i < repeats; i++) run();
  return (performance.now() - start) / repeats;
}

function measure(mark: Mark, size: number): MarkLine {
  const run = mark.prepare(size);
  const fast = (repeats: number): number => {
    setEngine(() => kernels);
    return time(run, repeats);
  };
  const slow = (repeats: number): number => {
    setEngine(undefined);
    return time(run, repeats);
  };
  // a pair takes some milliseconds at least, and everything has been compiled in its best way before
  const repeats = Math.max(1, Math.ceil(3 / Math.max(fast(1), slow(1), 1e-3)));
  const end = performance.now() + 300;
  while (performance.now() < end) [fast(repeats), slow(repeats)];
  const count = Math.max(3, size > 2e6 ? Number(flags.rounds) >> 1 : Number(flags.rounds));
  const pairs = Array.from({ length: count }, () => [fast(repeats), slow(repeats)] as const);
  const perSecond = (milliseconds: number): number => size / milliseconds / 1000;
  const bestFast = Math.min(...pairs.map(([kernel]) => kernel));
  const bestSlow = Math.min(...pairs.map(([, typescript]) => typescript));
  return {
    mark: mark.name,
    size,
    kernels: perSecond(bestFast),
    typescript: perSecond(bestSlow),
    bestRatio: bestSlow / bestFast,
    ratio: median(pairs.map(([kernel, typescript]) => typescript / kernel)),
    wanted: size === 1e6 ? mark.wanted : undefined,
    peers: {},
  };
}

function text({ mark, kernels: fast, typescript, ratio, bestRatio, wanted, peers }: MarkLine): string {
  const figures = [fast, typescript].map((rate) => rate.toFixed(rate < 10 ? 1 : 0).padStart(9)).join('');
  const verdict = wanted === undefined ? '' : `  mark ${wanted}${ratio >= wanted ? '' : ' (missed)'}`;
  const others = Object.entries(peers).map(([name, rate]) => `  ${name} ${rate.toFixed(0)}`);
  return `${mark.padEnd(28)}${figures}${`x${ratio.toFixed(2)}`.padStart(9)}${`x${bestRatio.toFixed(2)}`.padStart(9)}${verdict}${others.join('')}\n`;
}

const wantedRows = flags.rows?.split(',');
const chosen = marks.filter(({ name }) => wantedRows === undefined || wantedRows.includes(name));
const all: MarkLine[] = [];
for (const size of flags.sizes.split(',').map(Number)) {
  const peers = flags.python ? pythonRates(size) : {};
  process.stdout.write(
    `\n${'M/s'.padEnd(28)}${'kernels'.padStart(9)}${'TS'.padStart(9)}${'ratio'.padStart(9)}${'of best'.padStart(9)}  n = ${size}\n`,
  );
  for (const mark of chosen) {
    const line = { ...measure(mark, size), peers: peers[mark.name] ?? {} };
    all.push(line);
    process.stdout.write(text(line));
  }
}
const machine = { node: process.version, cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length };
const out = join(import.meta.dirname, flags.out);
writeFileSync(out, `${JSON.stringify({ machine, lines: all }, null, 2)}\n`);
process.stdout.write(`\nwritten: ${out}\n`);
if (flags.chart) process.stdout.write(`written: ${drawChart(all)}\n`);
