import * as vscode from 'vscode';
import { columnFormat, summarize } from '../../core/index';
import type { HoverContext } from './hoverContext';

/** Shape and dtype, the extremes and the mean, and how many values are none. */
export function summaryLine({ preview: { array, cut }, style }: HoverContext): string {
  const summary = summarize(array, { quantiles: false });
  const number = columnFormat([summary.min, summary.max, summary.mean], { least: style.digits, dtype: array.dtype });
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
