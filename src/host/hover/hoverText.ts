import * as vscode from 'vscode';
import {
  callOf,
  darkPalette,
  functions,
  lightPalette,
  run,
  sceneSvg,
  significant,
  sparkline,
  summarize,
  type FunctionRecord,
  type NumericArray,
  type Summary,
} from '../../core/index';
import { internalCommands } from '../../shared/ids';
import { hoverLink, type HoverRequest } from './hoverLinks';

/** What a hover shows, from settings and the colour theme. */
export interface HoverStyle {
  readonly functions: readonly string[];
  readonly digits: number;
  readonly values: number;
  readonly picture: boolean;
  readonly dark: boolean;
}

/** An array to preview, and whether it is only the beginning of the literal. */
export interface Preview {
  readonly array: NumericArray;
  readonly cut: boolean;
}

/** The hover: the summary first, a small picture, then a line for each function with its links. */
export function hoverText(
  { array, cut }: Preview,
  style: HoverStyle,
  { uri, version, start, end }: Omit<HoverRequest, 'action' | 'function'>,
): vscode.MarkdownString {
  const request = { uri, version, start, end };
  const summary = summarize(array, { quantiles: false });
  const lines = [summaryLine(array, summary, style.digits, cut)];
  if (style.picture && array.data.length > 1) lines.push(pictureLine(array, style.dark));
  for (const id of style.functions) {
    const row = functions.get(id);
    if (row !== undefined) lines.push(functionLine(row, array, cut, style, { ...request, function: id }));
  }
  const markdown = new vscode.MarkdownString(lines.join('  \n'), true);
  markdown.isTrusted = { enabledCommands: [internalCommands.onRange] };
  return markdown;
}

function summaryLine(array: NumericArray, summary: Summary, digits: number, cut: boolean): string {
  const number = (x: number) => significant(x, digits);
  const shape = `${array.dtype} [${array.shape.join(', ')}]`;
  const parts = [
    cut ? vscode.l10n.t('first {0} values', array.data.length) : shape,
    `min ${number(summary.min)}`,
    `max ${number(summary.max)}`,
    `${vscode.l10n.t('mean')} ${number(summary.mean)}`,
  ];
  const odd = [summary.nan > 0 ? `${summary.nan} NaN` : '', summary.inf > 0 ? `${summary.inf} Inf` : ''].filter(
    (text) => text !== '',
  );
  const warning = odd.length === 0 ? '' : ` · $(warning) **${odd.join(', ')}**`;
  return `**${parts[0]!}** · ${parts.slice(1).join(' · ')}${warning}`;
}

function pictureLine(array: NumericArray, dark: boolean): string {
  const palette = { ...(dark ? darkPalette : lightPalette), background: undefined };
  const title = vscode.l10n.t('bars of the values');
  const svg = sceneSvg(sparkline(array.data, Math.min(320, Math.max(80, array.data.length * 12)), 32), palette, title);
  return `![${title}](data:image/svg+xml,${encodeForMarkdown(svg)})`;
}

/** Percent-encoded so that neither Markdown nor its link parser sees anything to act on. */
function encodeForMarkdown(text: string): string {
  return encodeURIComponent(text).replace(/[()'*_~!]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

function functionLine(
  row: FunctionRecord,
  array: NumericArray,
  cut: boolean,
  style: HoverStyle,
  request: Omit<HoverRequest, 'action'>,
): string {
  const link = (action: HoverRequest['action'], text: string, tip: string): string =>
    `[${text}](${hoverLink({ ...request, action })} "${tip}")`;
  const values = firstValues(row, array, cut, style);
  return [
    link('show', row.label, vscode.l10n.t('Open in the sidebar')),
    `\`${values}\``,
    link('copy', '$(copy)', vscode.l10n.t('Copy the result')),
    link('replace', '$(replace)', vscode.l10n.t('Replace the array with the result')),
  ].join(' ');
}

/** The first values of a result; an element-wise function is asked for no more than are shown. */
function firstValues(row: FunctionRecord, array: NumericArray, cut: boolean, style: HoverStyle): string {
  // along an axis every value counts: of a literal that was cut, the beginning alone would give wrong numbers
  if (row.kind !== 'activation' && cut) return vscode.l10n.t('open to compute');
  const input = row.kind === 'activation' ? head(array, style.values) : array;
  const result = run(callOf(row.id), input);
  const shown = Array.from(result.data.subarray(0, style.values), (x) => significant(x, style.digits));
  return `${shown.join('  ')}${array.data.length > style.values ? '  …' : ''}`;
}

function head(array: NumericArray, count: number): NumericArray {
  const data = array.data.slice(0, count);
  return { data, shape: [data.length], dtype: array.dtype };
}
