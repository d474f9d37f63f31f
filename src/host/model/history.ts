import type { Evaluation } from '../../shared/evaluation';
import type { HistoryEntry } from '../../shared/protocol';
import { decodeEvaluation, encodeEvaluation, storedVersion, type StoredEvaluation } from './stored';

interface Entry {
  readonly id: number;
  readonly key: string;
  name: string;
  /** the evaluations of one command; at least one */
  readonly evaluations: readonly Evaluation[];
}

/** The history as it is stored. */
export interface StoredHistory {
  readonly version: typeof storedVersion;
  readonly entries: readonly {
    readonly id: number;
    readonly name: string;
    readonly evaluations: readonly StoredEvaluation[];
  }[];
}

/** How many commands are kept, the newest first. */
export const historyLength = 30;
/** Most values kept in memory, over all entries but the newest: 64 MB. */
const mostKept = 1 << 23;
/** Most values that are stored, over all entries; about 2 MB of text. */
const mostStoredTogether = 100_000;

/** The evaluations that somebody ran. Arrays too large to store live as long as the window. */
export class History {
  private entries: Entry[] = [];
  private next = 1;

  /** @param stored what `stored` gave before; anything else is left aside */
  constructor(stored: unknown) {
    for (const entry of entriesOf(stored)) {
      const read = entryOf(entry);
      if (read === undefined || this.entries.length === historyLength) continue;
      this.entries.push(read);
      this.next = Math.max(this.next, read.id + 1);
    }
  }

  /** Puts a command's evaluations in front; the same on the same place replace the old ones and keep their name. */
  add(evaluations: readonly Evaluation[]): void {
    if (evaluations.length === 0) return;
    const key = evaluations.map(keyOf).join('\n');
    const same = this.entries.find((entry) => entry.key === key);
    const others = this.entries.filter((entry) => entry !== same);
    let kept = 0;
    this.entries = [
      { id: this.next++, key, name: same?.name ?? '', evaluations },
      ...others.slice(0, historyLength - 1),
    ];
    this.entries = this.entries.filter((entry, i) => i === 0 || (kept += sizeOf(entry)) <= mostKept);
  }

  find(id: number): readonly Evaluation[] | undefined {
    return this.entries.find((entry) => entry.id === id)?.evaluations;
  }

  nameOf(id: number): string {
    return this.entries.find((entry) => entry.id === id)?.name ?? '';
  }

  rename(id: number, name: string): void {
    const entry = this.entries.find((candidate) => candidate.id === id);
    if (entry !== undefined) entry.name = name;
  }

  delete(id: number): void {
    this.entries = this.entries.filter((entry) => entry.id !== id);
  }

  clear(): void {
    this.entries = [];
  }

  get list(): HistoryEntry[] {
    return this.entries.map(({ id, name, evaluations: [first, ...others] }) => ({
      id,
      name,
      call: first!.call,
      shape: first!.input.shape,
      source: (first!.source?.label ?? '').slice(0, 1000),
      count: 1 + others.length,
    }));
  }

  get stored(): StoredHistory {
    const entries: StoredHistory['entries'][number][] = [];
    let size = 0;
    for (const entry of this.entries) {
      size += sizeOf(entry);
      if (size > mostStoredTogether) {
        size -= sizeOf(entry);
        continue;
      }
      const evaluations = entry.evaluations.map(encodeEvaluation);
      if (evaluations.every((one) => one !== undefined)) entries.push({ id: entry.id, name: entry.name, evaluations });
    }
    return { version: storedVersion, entries };
  }
}

function sizeOf({ evaluations }: Entry): number {
  return evaluations.reduce((sum, { input }) => sum + input.data.length, 0);
}

/** The entries of a stored value; the form of the first versions was a bare list. */
function entriesOf(stored: unknown): readonly unknown[] {
  if (Array.isArray(stored)) return stored;
  if (typeof stored !== 'object' || stored === null || !('version' in stored) || !('entries' in stored)) return [];
  return stored.version === storedVersion && Array.isArray(stored.entries) ? stored.entries : [];
}

function entryOf(stored: unknown): Entry | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { id, name, evaluation, evaluations } = stored as Record<string, unknown>;
  if (!Number.isSafeInteger(id) || (id as number) < 0 || typeof name !== 'string') return undefined;
  const list: readonly unknown[] = Array.isArray(evaluations) ? evaluations : [evaluation];
  const read = list.map(decodeEvaluation).filter((one) => one !== undefined);
  if (read.length === 0 || read.length !== list.length) return undefined;
  return { id: id as number, key: read.map(keyOf).join('\n'), name: name.slice(0, 200), evaluations: read };
}

function keyOf({ call, input, source }: Evaluation): string {
  return JSON.stringify([
    call,
    source?.uri,
    source?.start,
    input.shape,
    Array.from(input.data.subarray(0, 16), String),
  ]);
}
