import { join, resolve } from 'node:path';

export const root = resolve(__dirname, '../..');
/** Ignored by git: downloads, logs and the counts of each suite. */
export const cache = join(root, '.cache');
export const logs = join(cache, 'logs');
export const samples = join(root, 'media/samples');
