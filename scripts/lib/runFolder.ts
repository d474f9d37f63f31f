import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A temporary folder that is gone when this process has ended. */
export function makeRunFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'activation-lens-'));
  process.on('exit', () => {
    removeFolder(folder);
  });
  return folder;
}

/** What a browser or an editor still holds open must not fail a run that is over. */
export function removeFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  } catch {
    // the operating system empties its temporary folder
  }
}
