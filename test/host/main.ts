// The bundle that VS Code runs inside its extension host: every suite, one report.
import 'mocha/mocha';
import { report } from './report';

/** Mocha only calls `new` on it; its types want the whole base class. */
const reporter = report as unknown as Mocha.ReporterConstructor;

export async function run(): Promise<void> {
  mocha.setup({ ui: 'bdd', timeout: 20_000, forbidOnly: true, forbidPending: true, reporter });
  await import('host-suites');
  const { passed, failed } = await new Promise<{ passed: number; failed: number }>((resolve) => {
    // Its own `run` reads the page's address, which Node has not: this is the one that it calls in its turn.
    const runMocha = (Object.getPrototypeOf(mocha) as Mocha).run.bind(mocha);
    const runner = runMocha(() => resolve({ passed: runner.stats?.passes ?? 0, failed: runner.stats?.failures ?? 0 }));
  });
  if (failed > 0) throw new Error(`${failed} failed`);
  if (passed === 0) throw new Error('no test ran');
}
