import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { findChromium } from './chromium';
import { makeRunFolder, removeFolder } from './runFolder';

export interface BrowserOptions {
  readonly width?: number;
  readonly height?: number;
  /** of the interface, as in "ko" */
  readonly locale?: string;
  /** device pixels in one of CSS: 2 for pictures */
  readonly scale?: number;
  readonly reducedMotion?: boolean;
}

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Webviews live on origins of their own; some builds refuse service workers there as third-party storage. */
const preferences = { profile: { cookie_controls_mode: 0, block_third_party_cookies: false } };

let profiles: string | undefined;

/** A browser with a fresh profile: nothing is left of other runs. */
export async function openBrowser(options: BrowserOptions = {}): Promise<BrowserContext> {
  const { executablePath, env } = await findChromium();
  profiles ??= makeRunFolder();
  const profile = mkdtempSync(join(profiles, 'profile-'));
  mkdirSync(join(profile, 'Default'));
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: flags,
    headless: true,
    locale: options.locale ?? 'en-US',
    viewport: { width: options.width ?? 1280, height: options.height ?? 800 },
    deviceScaleFactor: options.scale ?? 1,
    reducedMotion: options.reducedMotion === true ? 'reduce' : 'no-preference',
    permissions: ['clipboard-read', 'clipboard-write'],
    env: { ...process.env, ...env },
  });
  context.setDefaultTimeout(20_000);
  context.on('close', () => {
    removeFolder(profile);
  });
  return context;
}
