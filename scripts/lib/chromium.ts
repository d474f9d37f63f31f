import { existsSync, mkdirSync, mkdtempSync, renameSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { devDependencies } from '../../package.json';
import { run } from './processes';
import { cache } from './paths';
import { removeFolder } from './runFolder';

export interface Chromium {
  readonly executablePath: string;
  /** variables that this browser needs beside the process's own */
  readonly env: Readonly<Record<string, string>>;
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

function usualPlaces(): string[] {
  const { env } = process;
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
      (app) => `/Applications/${app}.app/Contents/MacOS/${app}`,
    );
  }
  if (process.platform === 'win32') {
    const homes = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].filter((home) => home !== undefined);
    return homes.flatMap((home) => [
      join(home, 'Google/Chrome/Application/chrome.exe'),
      join(home, 'Microsoft/Edge/Application/msedge.exe'),
    ]);
  }
  return (env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
}

/**
 * The browser to test in: CHROMIUM_PATH, else an installed Chrome, Edge or Chromium, else the npm package's
 * (Linux on x64), unpacked once into the cache.
 */
export async function findChromium(): Promise<Chromium> {
  const own = process.env.CHROMIUM_PATH;
  if (own !== undefined && own !== '') {
    if (!existsSync(own)) throw new Error(`CHROMIUM_PATH names no file: ${own}`);
    return { executablePath: own, env: {} };
  }
  const found = usualPlaces().find((path) => existsSync(path));
  if (found !== undefined) return { executablePath: found, env: {} };
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chrome, Edge or Chromium found: install one, or name its program in CHROMIUM_PATH.');
  }
  return unpackChromium();
}

async function unpackChromium(): Promise<Chromium> {
  const folder = join(cache, `chromium-${devDependencies['@sparticuz/chromium']}`);
  if (!existsSync(folder)) {
    mkdirSync(cache, { recursive: true });
    // The package unpacks into the temporary folder of its process; a rename makes the whole appear at once.
    const part = mkdtempSync(join(cache, 'chromium-part-'));
    const code = "import('@sparticuz/chromium').then((m) => m.default.executablePath())";
    const done = await run(process.execPath, ['-e', code], {
      seconds: 120,
      env: { ...process.env, TMPDIR: part },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (done.code !== 0) throw new Error('Chromium could not be unpacked from its npm package.');
    try {
      renameSync(part, folder);
    } catch (error) {
      removeFolder(part);
      if (!existsSync(folder)) throw error;
    }
  }
  // A machine without fonts gets those of the package.
  const env: Record<string, string> = existsSync('/etc/fonts') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') };
  return { executablePath: join(folder, 'chromium'), env };
}
