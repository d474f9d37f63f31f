import * as vscode from 'vscode';
import { findArrayAt, readArray } from '../../core/index';
import { setting } from '../configuration';
import { pause } from '../debounce';
import type { Guard } from '../guard';
import { cutText } from './cutText';
import { hoverText, type HoverStyle, type Preview } from './hoverText';

/** Characters of a literal that a hover reads: some ten thousand numbers, read in milliseconds. */
const readLimit = 1 << 18;

/** Previews the array under the pointer. Silent on everything that is not an array of at least two numbers. */
export class LensHover implements vscode.HoverProvider {
  constructor(private readonly guard: Guard) {}

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | undefined> {
    try {
      return setting('hover.enabled', document) ? await preview(document, position, token) : undefined;
    } catch (error) {
      void this.guard.unexpected(error, 'hover');
      return undefined;
    }
  }
}

async function preview(
  document: vscode.TextDocument,
  position: vscode.Position,
  token: vscode.CancellationToken,
): Promise<vscode.Hover | undefined> {
  const text = document.getText();
  const { languageId, version } = document;
  const found = findArrayAt(text, document.offsetAt(position), { languageId });
  if (found === undefined) return undefined;
  await pause();
  if (token.isCancellationRequested || document.version !== version) return undefined;
  const read = readPreview(text.slice(found.start, found.end), languageId);
  if (read === undefined) return undefined;
  const { start, end } = found;
  const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
  const request = { uri: document.uri.toString(), version, start, end };
  return new vscode.Hover(hoverText(read, styleFor(document), request), range);
}

/** Reads a literal, or as much of its beginning as is read at once; undefined where there is nothing to show. */
function readPreview(literal: string, languageId: string): Preview | undefined {
  const text = cutText(literal, readLimit);
  if (text === undefined) return undefined;
  const read = readArray(text, { languageId });
  if (!read.ok || read.array.data.length < 2) return undefined;
  return { array: read.array, cut: text.length < literal.length };
}

function styleFor(document: vscode.TextDocument): HoverStyle {
  const { kind } = vscode.window.activeColorTheme;
  return {
    functions: setting('hover.functions', document),
    digits: setting('hover.digits', document),
    values: setting('hover.values', document),
    picture: setting('hover.picture', document),
    dark: kind === vscode.ColorThemeKind.Dark || kind === vscode.ColorThemeKind.HighContrast,
  };
}
