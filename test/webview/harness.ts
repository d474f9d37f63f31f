import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import type { Snapshot, ToHost } from '../../src/shared/protocol';
import { strings } from '../../src/shared/strings';
import { findChromium } from '../../scripts/lib/chromium';
import { themes, type ThemeName } from './themes';

/**
 * The built webview in a browser without VS Code: the same bundle, the same content security policy, a stand-in for
 * the host that keeps what the view sends. For pictures, accessibility and behaviour; the workbench tests do the rest.
 */
export interface View {
  readonly page: Page;
  /** what the view sent, oldest first */
  sent(): Promise<readonly ToHost[]>;
  /** sends a message; `[1, NaN]` under the key `data` becomes a Float64Array on the other side */
  send(message: unknown): Promise<void>;
  /** the policy's complaints and uncaught errors so far */
  readonly complaints: string[];
}

const root = process.cwd();
const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css', '.ttf': 'font/ttf' };

export async function launch(): Promise<Browser> {
  const { executablePath, env } = await findChromium();
  return chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
    headless: true,
  });
}

export interface ViewOptions {
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly height?: number;
  readonly translate?: Readonly<Record<string, string>>;
  readonly state?: string;
  readonly snapshot?: Partial<Snapshot>;
}

export async function openView(
  browser: Browser,
  { theme = 'dark', width = 400, height = 900, translate, state, snapshot }: ViewOptions = {},
): Promise<View> {
  const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: 1 });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.route('http://lens.test/**', async (route) => {
    const path = new URL(route.request().url()).pathname;
    if (path === '/') {
      await route.fulfill({ contentType: 'text/html', body: pageText(theme, translate !== undefined) });
      return;
    }
    const body = path === '/theme.css' ? themeText(theme) : await readFile(join(root, path));
    await route.fulfill({ contentType: types[extname(path)] ?? 'application/octet-stream', body });
  });
  // The test runner's compiler names functions through this helper, which the page does not have.
  await page.addInitScript({ content: 'globalThis.__name = (named) => named;' });
  await page.addInitScript(() => {
    const kept: unknown[] = [];
    let state: unknown;
    Object.assign(globalThis, {
      sentToHost: kept,
      acquireVsCodeApi: () => ({
        postMessage: (message: unknown) => kept.push(structuredClone(message)),
        getState: () => state,
        setState: (next: unknown) => (state = next),
      }),
    });
  });
  await page.goto('http://lens.test/');
  const view: View = {
    page,
    complaints,
    sent: () => page.evaluate(() => (globalThis as unknown as { sentToHost: ToHost[] }).sentToHost),
    send: async (message) => {
      const json = JSON.stringify(message, (_key, value: unknown) =>
        value instanceof Float64Array ? { $float64: Array.from(value, String) } : value,
      );
      await page.evaluate((text) => {
        const revived: unknown = JSON.parse(text, (_key, value: unknown) =>
          typeof value === 'object' && value !== null && '$float64' in value
            ? Float64Array.from((value.$float64 as string[]).map(Number))
            : value,
        );
        window.postMessage(revived);
      }, json);
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    },
  };
  const translated = Object.fromEntries(
    Object.entries(strings).map(([key, english]) => [key, translate?.[english] ?? english]),
  );
  await view.send({
    type: 'init',
    strings: translated,
    locale: translate === undefined ? 'en' : 'ko',
    surface: 'sidebar',
    state,
    snapshot: { room: 'function', pinned: false, network: { leaky: false, batchRow: 0 }, history: [], ...snapshot },
  });
  return view;
}

function themeText(theme: ThemeName): string {
  const { variables } = themes[theme];
  const lines = Object.entries(variables).map(([name, value]) => `--vscode-${name}: ${value};`);
  return `html { ${lines.join('\n')} }\nbody { background: var(--vscode-sideBar-background) !important; font-size: 13px }`;
}

function pageText(theme: ThemeName, korean: boolean): string {
  const policy =
    "default-src 'none'; script-src 'nonce-n' http://lens.test 'wasm-unsafe-eval'; style-src http://lens.test; font-src http://lens.test; img-src data: blob:";
  return `<!DOCTYPE html><html lang="${korean ? 'ko' : 'en'}"><head><meta charset="utf-8"><title>Activation Lens</title>
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="stylesheet" href="/theme.css"><link rel="stylesheet" href="/dist/webview/codicon.css"><link rel="stylesheet" href="/media/webview.css">
</head><body class="${themes[theme].bodyClass}"><al-app></al-app>
<script nonce="n" src="/dist/webview/formulas.js" defer></script><script nonce="n" src="/dist/webview/main.js" type="module"></script></body></html>`;
}
