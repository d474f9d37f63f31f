import * as vscode from 'vscode';
import { CallError } from '../../core/index';
import { internalCommands } from '../../shared/ids';
import { faultText } from '../faultText';
import type { HoverContext, HoverStyle, Preview } from './hoverContext';
import { pictureLine } from './pictureLine';
import { summaryLine } from './summaryLine';
import { tableHead, tableRow } from './valueTable';

/**
 * The hover: the summary first, a small picture, then a table with the input on top and a row for each function.
 * Every part is made by itself: one that fails leaves the others standing.
 *
 * @param failed told of what nobody could foresee
 */
export function hoverText(
  preview: Preview,
  style: HoverStyle,
  { uri, version, start, end }: HoverContext['place'],
  failed: (error: unknown) => void,
): vscode.MarkdownString {
  const context: HoverContext = { preview, style, place: { uri, version, start, end } };
  const part = (
    make: () => string | undefined,
    otherwise: (reason: string) => string | undefined = () => undefined,
  ) => {
    try {
      return make();
    } catch (error) {
      if (error instanceof CallError) return otherwise(faultText(error.fault));
      failed(error);
      return otherwise(vscode.l10n.t('could not be computed'));
    }
  };
  const top = [part(() => summaryLine(context)), part(() => pictureLine(context))];
  const rows = style.functions.map((id) =>
    part(
      () => tableRow(context, id),
      (reason) => tableRow(context, id, reason),
    ),
  );
  const present = (lines: readonly (string | undefined)[]) => lines.filter((line) => line !== undefined);
  const table = [...present([part(() => tableHead(context))]), ...present(rows)].join('\n');
  const markdown = new vscode.MarkdownString(`${present(top).join('  \n')}\n\n${table}`, true);
  markdown.isTrusted = { enabledCommands: [internalCommands.onRange] };
  return markdown;
}
