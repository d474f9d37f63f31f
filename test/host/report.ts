/** Lines that begin so are meant for the command that started VS Code; the rest of its console is log. */
const mark = '@@test ';

function print(line: string): void {
  console.log(mark + line);
}

/** Prints each test as it ends, in whole lines: VS Code does not format what goes to its console. */
export function report(runner: Mocha.Runner): void {
  let depth = 0;
  let passed = 0;
  let failed = 0;
  const say = (text: string): void => print('  '.repeat(depth) + text);
  runner.on('suite', (suite) => {
    if (suite.root) return;
    depth++;
    say(suite.title);
  });
  runner.on('suite end', (suite) => {
    if (!suite.root) depth--;
  });
  runner.on('pass', (test) => {
    passed++;
    say(`  ✔ ${test.title} (${test.duration ?? 0} ms)`);
  });
  runner.on('fail', (test, error: unknown) => {
    failed++;
    say(`  ✖ ${test.title}`);
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    for (const line of text.split('\n')) say(`      ${line}`);
  });
  runner.on('end', () => print(`result ${JSON.stringify({ passed, failed })}`));
}
