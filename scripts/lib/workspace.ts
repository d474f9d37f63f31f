import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { samples } from './paths';
import { makeRunFolder } from './runFolder';

/** A copy of the samples, which a test may change. */
export function makeWorkspace(): string {
  const folder = join(makeRunFolder(), 'samples');
  cpSync(samples, folder, { recursive: true });
  return folder;
}
