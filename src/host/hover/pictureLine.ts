import * as vscode from 'vscode';
import { darkPalette, lightPalette, sceneSvg, sparkline } from '../../core/index';
import type { HoverContext } from './hoverContext';

/** Bars of the values, where they are wanted. */
export function pictureLine({ preview: { array }, style }: HoverContext): string | undefined {
  if (!style.picture || array.data.length < 2) return undefined;
  const palette = { ...(style.dark ? darkPalette : lightPalette), background: undefined };
  const title = vscode.l10n.t('bars of the values');
  const width = Math.min(320, Math.max(80, array.data.length * 12));
  const svg = sceneSvg(sparkline(array.data, width, 32), palette, title);
  return `![${title}](data:image/svg+xml,${encodeForMarkdown(svg)})`;
}

/** Percent-encoded so that neither Markdown nor its link parser sees anything to act on. */
export function encodeForMarkdown(text: string): string {
  return encodeURIComponent(text).replace(/[()'*_~!]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}
