import * as vscode from 'vscode';
import { significant } from '../../core/format/significant';
import { summarize, type NumericArray } from '../../core/index';
import { commands } from '../../shared/ids';
import { setting } from '../configuration';
import type { SelectionFollower } from '../selection/follower';

/** Of more values the range is not looked for while the selection moves. */
const MOST = 1 << 20;

/** Shape, range, NaN and infinities of the selected array: seen only while one is selected. A click opens the sidebar. */
export class SelectionStatus implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem(
    'activationLens.selection',
    vscode.StatusBarAlignment.Right,
    90,
  );
  private readonly listening: vscode.Disposable;

  constructor(follower: Pick<SelectionFollower, 'onDidRead'>) {
    this.item.name = vscode.l10n.t('Selected Array');
    this.item.command = commands.showPanel;
    this.listening = follower.onDidRead((array) => this.show(array));
  }

  dispose(): void {
    this.listening.dispose();
    this.item.dispose();
  }

  private show(array: NumericArray | undefined): void {
    if (array === undefined || !setting('statusBar.enabled')) {
      this.item.hide();
      return;
    }
    const { text, tooltip } = statusText(array);
    this.item.text = `$(symbol-array) ${text}`;
    this.item.tooltip = tooltip;
    this.item.accessibilityInformation = { label: tooltip };
    this.item.show();
  }
}

function statusText(array: NumericArray): { text: string; tooltip: string } {
  const shape = `[${array.shape.join(', ')}]`;
  if (array.data.length > MOST) return { text: shape, tooltip: vscode.l10n.t('Array of shape {0}', shape) };
  const { min, max, nan, inf: infinite } = summarize(array);
  const range = Number.isNaN(min) ? '' : `${significant(min, 4)} … ${significant(max, 4)}`;
  const bad = [...(nan > 0 ? [`${nan} NaN`] : []), ...(infinite > 0 ? [`${infinite} ∞`] : [])];
  return {
    text: [shape, range, ...bad].filter((part) => part !== '').join('  '),
    tooltip: vscode.l10n.t(
      'Array of shape {0}, from {1} to {2}; {3} NaN, {4} infinite. Click to explore it.',
      shape,
      significant(min, 6),
      significant(max, 6),
      nan,
      infinite,
    ),
  };
}
