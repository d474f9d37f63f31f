// Runs suites, each in a process of its own with its own time-out: npm test, or some by name.
import { mkdirSync } from 'node:fs';
import { run } from './lib/processes';
import { cache, root } from './lib/paths';
import { forgetCounts, readCounts } from './lib/results';

interface Suite {
  readonly title: string;
  readonly seconds: number;
  readonly command: readonly string[];
}

const tsx = (file: string): readonly string[] => ['--import', 'tsx', file];
const mocha = (config: string): readonly string[] => ['node_modules/mocha/bin/mocha.js', '--config', config];

/** Built first, unless its name is unit. */
const suites: Readonly<Record<string, Suite>> = {
  unit: {
    title: 'Unit tests in Node',
    seconds: 300,
    command: [...mocha('.mocharc.json'), '--reporter', 'test/support/countingReporter.cjs'],
  },
  web: { title: 'The extension in VS Code for the Web', seconds: 180, command: tsx('test/host/run-web.ts') },
  server: { title: 'The extension in the Node extension host', seconds: 480, command: tsx('test/host/run-server.ts') },
  e2e: { title: 'A browser drives the workbench', seconds: 600, command: mocha('test/e2e/.mocharc.json') },
  package: { title: 'The package, installed', seconds: 600, command: mocha('test/package/.mocharc.json') },
};

async function runSuite(name: string, suite: Suite): Promise<{ passed: number; failed: number }> {
  console.log(`\n━━ ${suite.title}`);
  forgetCounts(name);
  const { code, timedOut, seconds } = await run(process.execPath, suite.command, {
    cwd: root,
    seconds: suite.seconds,
    env: { ...process.env, SUITE: name },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const { passed, failed } = readCounts(name) ?? { passed: 0, failed: 0 };
  if (timedOut) console.log(`Stopped after ${suite.seconds} seconds.`);
  else if (passed + failed === 0) console.log('No test ran.');
  const sound = code === 0 && passed > 0;
  const counts = { passed, failed: failed === 0 && !sound ? 1 : failed };
  console.log(`${suite.title}: ${counts.passed} passed, ${counts.failed} failed (${seconds.toFixed(1)} s)`);
  return counts;
}

async function main(): Promise<number> {
  const names = process.argv.slice(2);
  if (names.length === 0) names.push('unit', 'web', 'e2e');
  mkdirSync(cache, { recursive: true });
  let passed = 0;
  let failed = 0;
  console.log('━━ Build');
  // What ships is what is tested.
  const built = await run(process.execPath, ['esbuild.js', '--production', '--tests'], { cwd: root, seconds: 120 });
  if (built.code !== 0) failed++;
  for (const name of built.code === 0 ? names : []) {
    const suite = suites[name];
    if (suite === undefined) throw new Error(`There is no suite "${name}": ${Object.keys(suites).join(', ')}`);
    const counts = await runSuite(name, suite);
    passed += counts.passed;
    failed += counts.failed;
  }
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

void main().then((code) => process.exit(code));
