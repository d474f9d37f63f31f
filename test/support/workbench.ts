import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import { type BrowserOptions, openBrowser } from '../../scripts/lib/browser';
import { cache, root, samples } from '../../scripts/lib/paths';
import { quietSettings } from '../../scripts/lib/settings';
import { startWebServer, type WebServer } from '../../scripts/lib/webServer';
import { makeWorkspace } from '../../scripts/lib/workspace';

export const themes = {
  light: { label: 'Light Modern', kind: 'vs' },
  dark: { label: 'Dark Modern', kind: 'vs-dark' },
  highContrast: { label: 'Dark High Contrast', kind: 'hc-black' },
  highContrastLight: { label: 'Light High Contrast', kind: 'hc-light' },
} as const;

export type ThemeName = keyof typeof themes;

/** What `workbench.colorTheme` calls them. */
const themeSettings: Record<ThemeName, string> = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  highContrast: 'Default High Contrast',
  highContrastLight: 'Default High Contrast Light',
};

export interface WorkbenchOptions extends BrowserOptions {
  readonly theme?: ThemeName;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** the address of another workbench than that of the web host, which takes no theme and no settings */
  readonly url?: string;
}

/** Where failures and single looks leave their pictures. */
const pictures = join(cache, 'e2e');

let server: Promise<WebServer> | undefined;

/** One server for all workbenches of this process: what they edit stays in each browser. */
function product(): Promise<WebServer> {
  server ??= startWebServer({ extension: root, folder: makeWorkspace(), settings: quietSettings });
  return server;
}

/** Zero-based line and column of a text in a sample file, which must hold it. */
export function placeOf(file: string, text: string): { line: number; column: number } {
  const content = readFileSync(join(samples, file), 'utf8');
  const offset = content.indexOf(text);
  if (offset < 0) throw new Error(`${file} does not hold "${text}"`);
  const before = content.slice(0, offset).split('\n');
  return { line: before.length - 1, column: before.at(-1)?.length ?? 0 };
}

const visibleSpaces = (text: string): string => text.replaceAll('\u00a0', ' ').replaceAll('\u200c', '');

/** A workbench in a browser of its own, driven as a person would: keys, mouse, and what can be seen. */
export class Workbench {
  private constructor(
    readonly page: Page,
    private readonly browser: BrowserContext,
  ) {}

  /** The address of the web host's workbench with these options. */
  private static async address({ theme = 'light', settings = {}, locale = 'en' }: WorkbenchOptions): Promise<string> {
    const query = new URLSearchParams({
      settings: JSON.stringify({ 'workbench.colorTheme': themeSettings[theme], ...settings }),
    });
    if (!locale.startsWith('en')) query.set('locale', locale);
    return `${(await product()).url}?${query.toString()}`;
  }

  static async open(options: WorkbenchOptions = {}): Promise<Workbench> {
    const url = options.url ?? (await Workbench.address(options));
    const browser = await openBrowser(options);
    const page = browser.pages()[0] ?? (await browser.newPage());
    await page.goto(url);
    const workbench = new Workbench(page, browser);
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 });
    if (options.url === undefined) {
      await page.locator(`.monaco-workbench.${themes[options.theme ?? 'light'].kind}`).waitFor();
    }
    return workbench;
  }

  async close(): Promise<void> {
    await this.browser.close();
  }

  /** The box at the top: palette, picks and input boxes. */
  quickInput(): Locator {
    return this.page.locator('.quick-input-widget:visible');
  }

  /** Moves to the row of the open pick that has this label, and accepts it. */
  async acceptRow(label: string): Promise<void> {
    const row = this.quickInput().locator('.quick-input-list .monaco-list-row', {
      has: this.page.getByText(label, { exact: true }),
    });
    await row.first().click();
  }

  /** Runs a command by its title through the palette. */
  async runCommand(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.type(`>${title}`);
    await this.acceptRow(title);
  }

  /** Replaces what stands in the open box at the top. */
  async type(text: string): Promise<void> {
    await this.quickInput().locator('input[type="text"]').first().fill(text);
  }

  /** Opens a file of the samples from the explorer and waits until it can be worked with. */
  async openFile(name: string): Promise<void> {
    const rows = this.page.locator('.explorer-folders-view .monaco-list-row');
    await rows.filter({ has: this.page.getByText(name, { exact: true }) }).dblclick();
    await this.page.locator('.tab.active', { hasText: name }).waitFor();
    if (!name.endsWith('.ipynb')) return this.lines().first().waitFor();
    // Without a server behind it VS Code asks whether the notebook is to be trusted, once.
    const cells = this.page.locator('.notebook-editor .cell-list-container .monaco-list-row').first();
    const confirm = this.page.locator('.monaco-dialog-box .dialog-buttons .monaco-button:not(.secondary)').first();
    await cells.or(confirm).first().waitFor({ state: 'attached' });
    if ((await confirm.count()) > 0) await confirm.click();
    await cells.waitFor({ state: 'attached' });
  }

  /** The editor that is open and in front. */
  editor(): Locator {
    return this.page.locator('.editor-group-container.active .monaco-editor').first();
  }

  private lines(): Locator {
    return this.editor().locator('.view-lines .view-line');
  }

  /** The text of the lines that can be seen. */
  async editorText(): Promise<string> {
    const lines = await this.lines().evaluateAll((elements) =>
      elements
        .map((element) => ({ top: element.getBoundingClientRect().top, text: element.textContent }))
        .sort((a, b) => a.top - b.top)
        .map(({ text }) => text),
    );
    return visibleSpaces(lines.join('\n'));
  }

  /** What the status bar says of the selection. */
  private async untilSelection(text: string): Promise<void> {
    await this.page.locator('#status\\.editor\\.selection', { hasText: text }).waitFor();
  }

  /** Puts the cursor before a text of the open sample file. */
  async goTo(file: string, text: string): Promise<void> {
    const { line, column } = placeOf(file, text);
    await this.page.keyboard.press('Control+g');
    await this.type(`:${line + 1}:${column + 1}`);
    await this.page.keyboard.press('Enter');
    await this.untilSelection(`Ln ${line + 1}, Col ${column + 1}`);
  }

  /** Selects a text of the open sample file with the keyboard. */
  async select(file: string, text: string): Promise<void> {
    await this.goTo(file, text);
    const lines = text.split('\n');
    if (lines.length > 1) throw new Error('select() takes text of one line');
    for (let i = 0; i < text.length; i++) await this.page.keyboard.press('Shift+ArrowRight');
    await this.untilSelection(`(${text.length} selected)`);
  }

  /** Points at a text that can be seen in the editor, and gives the hover back. */
  async hover(text: string): Promise<Locator> {
    const box = await this.editor().evaluate((editor, wanted) => {
      for (const line of editor.querySelectorAll('.view-line')) {
        const nodes: Text[] = [];
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        while (walker.nextNode() !== null) nodes.push(walker.currentNode as Text);
        const whole = nodes
          .map((node) => node.data)
          .join('')
          .replaceAll('\u00a0', ' ');
        let offset = whole.indexOf(wanted);
        if (offset < 0) continue;
        for (const node of nodes) {
          if (offset < node.length) {
            const range = document.createRange();
            range.setStart(node, offset);
            range.setEnd(node, offset + 1);
            const { x, y, width, height } = range.getBoundingClientRect();
            return { x: x + width / 2, y: y + height / 2 };
          }
          offset -= node.length;
        }
      }
      return undefined;
    }, text);
    if (box === undefined) throw new Error(`"${text}" cannot be seen in the editor`);
    await this.page.mouse.move(box.x, box.y, { steps: 5 });
    const hover = this.page.locator('.monaco-hover:not(.hidden) .hover-row').first();
    await hover.waitFor();
    return this.page.locator('.monaco-hover:not(.hidden)').first();
  }

  /** The document of the extension's view (or of another webview that can be seen). */
  view(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  }

  /** Notifications that are shown now. */
  notifications(): Locator {
    return this.page.locator('.notifications-toasts .notification-list-item-message');
  }

  async setTheme(theme: ThemeName): Promise<void> {
    await this.runCommand('Preferences: Color Theme');
    const { label, kind } = themes[theme];
    await this.type(label);
    await this.acceptRow(label);
    await this.page.locator(`.monaco-workbench.${kind}`).waitFor();
  }

  /** Saves a picture of the whole window, or of a part. */
  async picture(name: string, part?: Locator): Promise<string> {
    mkdirSync(pictures, { recursive: true });
    const path = join(pictures, `${name}.png`);
    await (part ?? this.page).screenshot({ path, animations: 'disabled' });
    return path;
  }
}

/** One workbench for the tests of a `describe`; a test that fails leaves its picture in .cache/e2e. */
export function useWorkbench(options?: WorkbenchOptions): () => Workbench {
  let workbench: Workbench | undefined;
  before(async () => {
    workbench = await Workbench.open(options);
  });
  afterEach(async function () {
    if (this.currentTest?.state !== 'failed') return;
    await workbench?.picture(this.currentTest.fullTitle().replaceAll(/[^\w]+/g, '-'));
  });
  after(async () => {
    await workbench?.close();
  });
  return () => {
    if (workbench === undefined) throw new Error('the workbench is open in tests and hooks only');
    return workbench;
  };
}
