import * as vscode from 'vscode';
import type { CodeJobs } from '../../compute/codeJobs';
import type { Card, WorkedName } from '../../compute/lookAt';
import type { CodeValue } from '../../core/index';
import { significant } from '../../core/format/significant';
import { commands } from '../../shared/ids';
import { setting } from '../configuration';
import type { Guard } from '../guard';
import { textOf } from '../selection/documentText';
import { NoThreads } from '../threads/pool';
import type { Threads } from '../threads/threads';
import { encodeForMarkdown, pictureLine } from './pictureLine';
import { summaryLine } from './summaryLine';

/** Longer texts are no source code that somebody hovers over. */
const LONGEST = 2_000_000;

/**
 * Over code: the card of a framework's activation with the arguments it is given there, and in Python the value of a
 * name, worked out from the text by the thread for code.
 */
export class CodeHover implements vscode.HoverProvider {
  constructor(
    private readonly code: Pick<Threads<CodeJobs>, 'run'>,
    private readonly guard: Guard,
  ) {}

  async provideHover(document: vscode.TextDocument, position: vscode.Position, token: vscode.CancellationToken) {
    if (!setting('hover.code', document) || document.getWordRangeAtPosition(position) === undefined) return undefined;
    const { text } = textOf(document);
    if (text.length > LONGEST) return undefined;
    const dark = [vscode.ColorThemeKind.Dark, vscode.ColorThemeKind.HighContrast].includes(
      vscode.window.activeColorTheme.kind,
    );
    try {
      const before = notebookBefore(document);
      const offset = before.length + document.offsetAt(position);
      const request = { text: before + text, languageId: document.languageId, offset, dark };
      const found = await this.code.run('lookAt', request, token);
      if (found === undefined || token.isCancellationRequested) return undefined;
      const range = new vscode.Range(
        document.positionAt(found.start - before.length),
        document.positionAt(found.end - before.length),
      );
      return new vscode.Hover('recognised' in found ? cardText(found) : valueText(found, dark), range);
    } catch (error) {
      if (!(error instanceof NoThreads) && !(error instanceof vscode.CancellationError)) {
        void this.guard.unexpected(error, 'hover');
      }
      return undefined;
    }
  }
}

/** The code of the cells above a notebook's cell, in order: what its names may come from. */
function notebookBefore(document: vscode.TextDocument): string {
  const notebook = vscode.workspace.notebookDocuments.find((one) =>
    one.getCells().some((cell) => cell.document === document),
  );
  if (notebook === undefined) return '';
  const cells = notebook.getCells();
  const at = cells.findIndex((cell) => cell.document === document);
  return cells
    .slice(0, at)
    .filter((cell) => cell.kind === vscode.NotebookCellKind.Code && cell.document.languageId === document.languageId)
    .map((cell) => `${cell.document.getText()}\n`)
    .join('');
}

function cardText({ label, formula, recognised, picture, others }: Card): vscode.MarkdownString {
  const settings = Object.entries(recognised.call.settings).map(([id, value]) => `${id} = ${value}`);
  const lines = [
    `**${label}** · ${recognised.framework}`,
    `\`${formula}\``,
    ...(settings.length === 0 ? [] : [vscode.l10n.t('with its defaults here: {0}', `\`${settings.join(', ')}\``)]),
    ...(picture === undefined
      ? []
      : [`![${vscode.l10n.t('curve and derivative (dashed)')}](data:image/svg+xml,${encodeForMarkdown(picture)})`]),
    ...recognised.notes,
    ...(others.length === 0 ? [] : [vscode.l10n.t('Other defaults: {0}', others.join('; '))]),
    `[${vscode.l10n.t('Show Activation Lens')}](command:${commands.showFunction})`,
  ];
  const markdown = new vscode.MarkdownString(lines.join('\n\n'));
  markdown.isTrusted = { enabledCommands: [commands.showFunction] };
  return markdown;
}

function valueText({ name, value, line }: WorkedName, dark: boolean): vscode.MarkdownString {
  const from = line === undefined ? '' : ` · ${vscode.l10n.t('from line {0}', line)}`;
  const parts = [
    `**${name}**${from}`,
    ...shown(value, dark),
    `*${vscode.l10n.t('Worked out from the text; nothing was run.')}*`,
  ];
  return new vscode.MarkdownString(parts.join('\n\n'), true);
}

const MOST_SHOWN = 8;

function shown(value: CodeValue, dark: boolean): string[] {
  switch (value.kind) {
    case 'array': {
      const array = { ...value.array, dtype: 'float64' as const };
      const style = { functions: [], digits: 6, values: MOST_SHOWN, picture: true, dark };
      const context = { preview: { array, cut: false }, style, place: { uri: '', version: 0, start: 0, end: 0 } };
      const first = Array.from(array.data.subarray(0, MOST_SHOWN), (x) => significant(x, 6)).join('  ');
      const more = array.data.length > MOST_SHOWN ? ' …' : '';
      const head = `\`${value.type}\` \`[${array.shape.join(', ')}]\``;
      if (array.data.length === 0) return [head];
      return [head, `\`${first}${more}\``, summaryLine(context), pictureLine(context) ?? ''];
    }
    case 'number':
      return [`\`${value.type}\` \`${value.value}\``];
    case 'boolean':
    case 'string':
      return [`\`${String(value.value).slice(0, 200)}\``];
    case 'none':
      return ['`None`'];
    case 'list':
    case 'tuple':
      return [vscode.l10n.t('{0} items', value.items.length)];
    case 'dict':
      return [
        `\`${value.entries
          .map(([key]) => key)
          .slice(0, 20)
          .join(', ')}\``,
      ];
    case 'unknown':
      return [
        vscode.l10n.t('not known: {0}', value.reason),
        ...(value.example === undefined
          ? []
          : [`*${vscode.l10n.t('one of many, differs on every run')}*`, ...shown(value.example, dark)]),
      ];
    case 'function':
    case 'object':
      return [];
  }
}
