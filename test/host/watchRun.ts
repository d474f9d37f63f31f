import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { logs } from '../../scripts/lib/paths';
import { type Counts, writeCounts } from '../../scripts/lib/results';

const mark = '@@test ';
const resultMark = 'result ';

/** Reads what a run inside an extension host prints: its tests to the terminal, all else to a log file. */
export class HostOutput {
  private counts: Counts | undefined;
  private readonly log;

  constructor(private readonly suite: string) {
    mkdirSync(logs, { recursive: true });
    this.log = createWriteStream(join(logs, `${suite}-host.log`));
  }

  line(text: string): void {
    const at = text.indexOf(mark);
    if (at < 0) {
      this.log.write(text + '\n');
      return;
    }
    const line = text.slice(at + mark.length);
    if (line.startsWith(resultMark)) this.counts = JSON.parse(line.slice(resultMark.length)) as Counts;
    else console.log(line);
  }

  /** The command's exit code: 0 only where tests ran, all passed and VS Code says so too. */
  finish(code: number): number {
    this.log.end();
    if (this.counts !== undefined) writeCounts(this.suite, this.counts);
    if (code === 0 && this.counts?.failed === 0 && this.counts.passed > 0) return 0;
    console.log(`The ${this.suite} host ended with code ${code}; its log is .cache/logs/${this.suite}-host.log`);
    return code === 0 ? 1 : code;
  }
}

/** Opens a workbench whose address asks for a test run, and waits for its end. */
export async function watchRun(page: Page, url: string, suite: string): Promise<number> {
  const output = new HostOutput(suite);
  const ended = new Promise<number>((resolve, reject) => {
    page.on('crash', () => reject(new Error('the page crashed')));
    page.on('pageerror', (error) => output.line(`page error: ${error.message}`));
    void page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => {
      output.line(args.map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg))).join(' '));
    });
    void page.exposeFunction('codeAutomationExit', (code: number) => resolve(code));
  });
  const [code] = await Promise.all([ended, page.goto(url)]);
  return output.finish(code);
}
