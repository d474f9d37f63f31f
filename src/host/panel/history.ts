import type * as vscode from 'vscode';
import type { Evaluation } from '../../shared/evaluation';
import type { HistoryEntry } from '../../shared/protocol';
import { decodeEvaluation, encodeEvaluation, type StoredEvaluation } from './stored';

interface Entry {
  readonly id: number;
  name: string;
  readonly evaluation: Evaluation;
}

interface StoredEntry {
  readonly id: number;
  readonly name: string;
  readonly evaluation: StoredEvaluation;
}

const memoryKey = 'activationLens.history';
/** How many evaluations are kept, the newest first. */
export const historyLength = 30;

/** The evaluations that somebody ran, kept per workspace. Arrays too large to store live as long as the window. */
export class History {
  private entries: Entry[] = [];
  private next = 1;

  constructor(private readonly memory: vscode.Memento) {
    for (const stored of memory.get<readonly StoredEntry[]>(memoryKey, [])) {
      const evaluation = decodeEvaluation(stored.evaluation);
      if (evaluation === undefined) continue;
      this.entries.push({ id: stored.id, name: stored.name, evaluation });
      this.next = Math.max(this.next, stored.id + 1);
    }
  }

  /** Puts an evaluation in front; the same call on the same place takes the place of the old one and keeps its name. */
  add(evaluation: Evaluation): void {
    const key = keyOf(evaluation);
    const same = this.entries.find((entry) => keyOf(entry.evaluation) === key);
    this.entries = this.entries.filter((entry) => entry !== same);
    this.entries.unshift({ id: this.next++, name: same?.name ?? '', evaluation });
    this.entries.length = Math.min(this.entries.length, historyLength);
    this.store();
  }

  find(id: number): Evaluation | undefined {
    return this.entries.find((entry) => entry.id === id)?.evaluation;
  }

  rename(id: number, name: string): void {
    const entry = this.entries.find((candidate) => candidate.id === id);
    if (entry === undefined) return;
    entry.name = name;
    this.store();
  }

  delete(id: number): void {
    this.entries = this.entries.filter((entry) => entry.id !== id);
    this.store();
  }

  clear(): void {
    this.entries = [];
    this.store();
  }

  get newest(): Evaluation | undefined {
    return this.entries[0]?.evaluation;
  }

  get list(): HistoryEntry[] {
    return this.entries.map(({ id, name, evaluation }) => ({
      id,
      name,
      call: evaluation.call,
      shape: evaluation.input.shape,
      source: evaluation.source?.label ?? '',
    }));
  }

  private store(): void {
    const stored: StoredEntry[] = [];
    for (const { id, name, evaluation } of this.entries) {
      const encoded = encodeEvaluation(evaluation);
      if (encoded !== undefined) stored.push({ id, name, evaluation: encoded });
    }
    void this.memory.update(memoryKey, stored);
  }
}

function keyOf({ call, input, source }: Evaluation): string {
  return JSON.stringify([call, source?.uri, source?.start, input.shape, [...input.data.subarray(0, 16)].map(String)]);
}
