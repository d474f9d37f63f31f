import * as vscode from 'vscode';
import { callOf, functions } from '../../core/index';
import { internalCommands } from '../../shared/ids';
import type { Lens } from '../commands/lens';
import { readingOf } from '../commands/pieces';
import { LensError } from '../lensError';
import { readRange } from '../selection/readPieces';

const actions = ['show', 'copy', 'replace'] as const;
export type HoverAction = (typeof actions)[number];

/** What a link in a hover asks for: a function over a range of a document as it was when the hover was made. */
export interface HoverRequest {
  readonly action: HoverAction;
  readonly function: string;
  readonly uri: string;
  readonly version: number;
  readonly start: number;
  readonly end: number;
}

/** The one command that hovers may link to. */
export function registerHoverLinks(lens: Lens): vscode.Disposable {
  return vscode.commands.registerCommand(internalCommands.onRange, async (request: unknown) => {
    try {
      await follow(lens, request);
    } catch (error) {
      void lens.guard.report(error);
    }
  });
}

/** A command link with the request as its argument. */
export function hoverLink(request: HoverRequest): string {
  return `command:${internalCommands.onRange}?${encodeURIComponent(JSON.stringify([request]))}`;
}

async function follow(lens: Lens, request: unknown): Promise<void> {
  if (!isRequest(request)) throw new TypeError('a hover link must carry a request');
  if (!functions.has(request.function))
    throw new TypeError(`a hover link names an unknown function, ${request.function}`);
  const document = vscode.workspace.textDocuments.find((candidate) => candidate.uri.toString() === request.uri);
  if (document?.version !== request.version) {
    throw new LensError('stale', vscode.l10n.t('The text has changed since this preview was made. Point at it again.'));
  }
  const range = new vscode.Range(document.positionAt(request.start), document.positionAt(request.end));
  const piece = await readRange(document, request.start, document.getText(range), readingOf(lens.reader));
  await lens.evaluate(callOf(request.function), [piece], request.action, true);
}

function isRequest(value: unknown): value is HoverRequest {
  if (typeof value !== 'object' || value === null) return false;
  const request = value as Readonly<Record<string, unknown>>;
  return (
    actions.some((action) => action === request.action) &&
    ['function', 'uri'].every((key) => typeof request[key] === 'string') &&
    ['version', 'start', 'end'].every((key) => Number.isInteger(request[key]))
  );
}
