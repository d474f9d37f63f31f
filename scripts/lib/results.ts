import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cache } from './paths';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

const folder = join(cache, 'results');
const fileOf = (suite: string): string => join(folder, `${suite}.json`);

/** A suite says how it went. */
export function writeCounts(suite: string, counts: Counts): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(fileOf(suite), JSON.stringify(counts));
}

export function forgetCounts(suite: string): void {
  rmSync(fileOf(suite), { force: true });
}

/** Undefined where the suite did not come to its end. */
export function readCounts(suite: string): Counts | undefined {
  try {
    return JSON.parse(readFileSync(fileOf(suite), 'utf8')) as Counts;
  } catch {
    return undefined;
  }
}
