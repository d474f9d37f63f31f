import * as vscode from 'vscode';
import { readArray } from '../../core/index';
import { setting } from '../configuration';
import { pause } from '../debounce';
import type { Guard } from '../guard';
import { textOf } from '../selection/documentText';
import { cutText } from './cutText';
import type { HoverStyle, Preview } from './hoverContext';
import { hoverText } from './hoverText';

/** Characters of a literal that a hover reads: some ten thousand numbers, read in milliseconds. */
const readLimit = 1 << 18;

/** The array that was read last: pointing at another place of it does not read it again. */
interface Remembered {
  /** the document itself: an address is used again when an untitled document closes and another opens */
  readonly document: WeakRef<vscode.TextDocument>;
  readonly uri: string;
  readonly version: number;
  readonly start: number;
  readonly end: number;
  readonly preview: Preview;
}

/** Previews the array under the pointer. Silent on everything that is not an array of at least two numbers. */
export class LensHover implements vscode.HoverProvider {
  private last: Remembered | undefined;

  constructor(private readonly guard: Guard) {}

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | undefined> {
    try {
      if (!setting('hover.enabled', document)) return undefined;
      const found = this.again(document, document.offsetAt(position)) ?? (await find(document, position, token));
      if (found === undefined) return undefined;
      this.last = found;
      const range = new vscode.Range(document.positionAt(found.start), document.positionAt(found.end));
      const failed = (error: unknown): void => void this.guard.unexpected(error, 'hover');
      return new vscode.Hover(hoverText(found.preview, styleFor(document), found, failed), range);
    } catch (error) {
      void this.guard.unexpected(error, 'hover');
      return undefined;
    }
  }

  private again(document: vscode.TextDocument, offset: number): Remembered | undefined {
    const { last } = this;
    if (last?.document.deref() !== document || last.version !== document.version) return undefined;
    return offset >= last.start && offset <= last.end ? last : undefined;
  }
}

async function find(
  document: vscode.TextDocument,
  position: vscode.Position,
  token: vscode.CancellationToken,
): Promise<Remembered | undefined> {
  const { languageId, version } = document;
  const whole = textOf(document);
  const found = whole.arrayAt(document.offsetAt(position));
  if (found === undefined) return undefined;
  await pause();
  if (token.isCancellationRequested || document.version !== version) return undefined;
  const preview = readPreview(whole.text.slice(found.start, found.end), languageId);
  if (preview === undefined) return undefined;
  const uri = document.uri.toString();
  return { document: new WeakRef(document), uri, version, start: found.start, end: found.end, preview };
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
