import * as vscode from 'vscode';
import { numericArray, type Problem, type ReadHint, type ReadResult } from '../../core/index';
import type { SourceRange } from '../../shared/evaluation';
import { LensError } from '../lensError';
import { problemAt, problemText } from '../problemText';
import { documentLabel } from './documentLabel';
import { textOf } from './documentText';
import type { Piece } from './piece';

/** Reads a text at once or in a thread of its own. */
export type Read = (text: string, hint: ReadHint) => Promise<ReadResult>;

type Success = Extract<ReadResult, { ok: true }>;

/** A selection may miss, or hold too much by, this many characters and still mean the literal that it nearly covers. */
const slack = 3;

/** Reads a text that came as an argument. */
export async function readText(text: string, readArray: Read): Promise<Piece> {
  const read = await readArray(text, {});
  if (!read.ok) {
    const problem = firstError(read.problems);
    const before = text.slice(0, problem.offset).split('\n');
    const position = new vscode.Position(before.length - 1, before[before.length - 1]?.length ?? 0);
    throw new LensError(problem.code, problemAt(problem, position));
  }
  return {
    array: read.array,
    notation: read.notation,
    literals: [{ text: text.slice(read.start, read.end), range: undefined }],
    document: undefined,
    source: undefined,
  };
}

/**
 * The arrays that the selections mean: each selection an array, each empty one the array round the cursor; several
 * that hold one number each are one vector.
 */
export async function readEditor(
  editor: Pick<vscode.TextEditor, 'document' | 'selections'>,
  readArray: Read,
): Promise<Piece[]> {
  const { document, selections } = editor;
  // several cursors within one literal read it once
  const literals = new Map<string, Promise<Piece>>();
  const pieces = await Promise.all(
    selections.map((selection) => {
      const found = selection.isEmpty ? textOf(document).arrayAt(document.offsetAt(selection.start)) : undefined;
      if (found === undefined) return readSelection(document, selection, readArray);
      const key = `${String(found.start)} ${String(found.end)}`;
      const reading =
        literals.get(key) ??
        readRange(document, found.start, textOf(document).text.slice(found.start, found.end), readArray);
      literals.set(key, reading);
      return reading;
    }),
  );
  const first = pieces[0];
  if (first === undefined) throw noArray(document, new vscode.Position(0, 0));
  if (pieces.length > 1 && pieces.every((piece) => piece.array.shape.length === 0)) return [asVector(first, pieces)];
  return withoutRepeats(pieces);
}

/** Reads one selection; an empty one has no array round it. */
async function readSelection(document: vscode.TextDocument, selection: vscode.Range, readArray: Read): Promise<Piece> {
  const { languageId } = document;
  if (selection.isEmpty) throw noArray(document, selection.start);
  const start = document.offsetAt(selection.start);
  const text = document.getText(selection);
  const { version } = document;
  const read = await readArray(text, hint(languageId));
  checkUnchanged(document, version);
  if (read.ok) return pieceOf(document, start, text, read);
  return (await nearlyCovered(document, start, text, readArray)) ?? fail(document, start, read.problems);
}

/** Reads a range of a document, e.g. a literal that findArrayAt gave. */
export async function readRange(
  document: vscode.TextDocument,
  start: number,
  text: string,
  readArray: Read,
): Promise<Piece> {
  const { version } = document;
  const read = await readArray(text, hint(document.languageId));
  checkUnchanged(document, version);
  return read.ok ? pieceOf(document, start, text, read) : fail(document, start, read.problems);
}

/** Places that were found in a text mean nothing in another. */
function checkUnchanged(document: vscode.TextDocument, version: number): void {
  if (document.version === version) return;
  throw new LensError('stale', vscode.l10n.t('The text has changed while it was read. Select the array again.'));
}

function pieceOf(document: vscode.TextDocument, offset: number, text: string, read: Success): Piece {
  const start = offset + read.start;
  const end = offset + read.end;
  const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
  return {
    array: read.array,
    notation: read.notation,
    literals: [{ text: text.slice(read.start, read.end), range }],
    document,
    source: sourceRange(document, start, end, read.notation),
  };
}

function sourceRange(document: vscode.TextDocument, start: number, end: number, notation: string): SourceRange {
  return {
    uri: document.uri.toString(),
    version: document.version,
    start,
    end,
    notation,
    label: documentLabel(document, document.positionAt(start)),
  };
}

/** A selection that misses a bracket, or has a comma or a name too many, means the literal that it nearly covers. */
async function nearlyCovered(
  document: vscode.TextDocument,
  start: number,
  text: string,
  readArray: Read,
): Promise<Piece | undefined> {
  const whole = textOf(document);
  const end = start + text.length;
  const inside = start + text.length - text.trimStart().length + 1;
  const found = whole.arrayAt(Math.min(inside, end));
  if (found === undefined) return undefined;
  if (Math.abs(found.start - start) > slack || Math.abs(found.end - end) > slack) return undefined;
  const literal = whole.text.slice(found.start, found.end);
  const read = await readArray(literal, hint(document.languageId));
  return read.ok ? pieceOf(document, found.start, literal, read) : undefined;
}

/** One vector of the numbers that several selections hold, in the order of the document. */
function asVector(first: Piece, pieces: readonly Piece[]): Piece {
  const sorted = [...pieces].sort((a, b) => (a.source?.start ?? 0) - (b.source?.start ?? 0));
  const array = numericArray(
    sorted.map((piece) => piece.array.data[0]!),
    [sorted.length],
    first.array.dtype,
  );
  const { source, document, notation } = sorted[0]!;
  const end = sorted[sorted.length - 1]!.source?.end;
  return {
    array,
    notation,
    document,
    literals: sorted.flatMap((piece) => piece.literals),
    source: source === undefined || end === undefined ? source : { ...source, end },
  };
}

/** Several cursors inside one literal mean it once. */
function withoutRepeats(pieces: readonly Piece[]): Piece[] {
  const seen = new Set<number | undefined>();
  return pieces.filter((piece) => {
    const start = piece.source?.start;
    if (seen.has(start)) return false;
    seen.add(start);
    return true;
  });
}

function fail(document: vscode.TextDocument, offset: number, problems: readonly Problem[]): never {
  const problem = firstError(problems);
  const start = document.positionAt(offset + problem.offset);
  const end = document.positionAt(offset + problem.offset + problem.length);
  throw new LensError(problem.code, problemAt(problem, start), { document, range: new vscode.Range(start, end) });
}

function noArray(document: vscode.TextDocument, position: vscode.Position): LensError {
  const problem: Problem = { code: 'no-array', message: 'no array here', offset: 0, length: 0, severity: 'error' };
  const what = problemText(problem);
  const message = vscode.l10n.t(
    'Line {0}, column {1}: {2}. Select numbers such as {3}, or put the cursor inside them.',
    position.line + 1,
    position.character + 1,
    what,
    '[1, 2, 3]',
  );
  return new LensError('no-array', message, { document, range: new vscode.Range(position, position) });
}

function firstError(problems: readonly Problem[]): Problem {
  return (
    problems.find((problem) => problem.severity === 'error') ?? {
      code: 'no-array',
      message: 'there is no array of numbers here',
      offset: 0,
      length: 0,
      severity: 'error',
    }
  );
}

const hint = (languageId: string): ReadHint => ({ languageId });
