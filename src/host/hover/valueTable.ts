import * as vscode from 'vscode';
import { callOf, columnFormat, functions, run, type FunctionRecord, type NumericArray } from '../../core/index';
import { hoverLink, type HoverRequest } from './hoverLinks';
import type { HoverContext } from './hoverContext';

/** The head of the table: the input itself, so that each result stands under its number. */
export function tableHead({ preview: { array }, style }: HoverContext): string {
  const count = Math.min(style.values, array.data.length);
  const cells = numbers(array.data.subarray(0, count), style.digits, array);
  const more = array.data.length > count ? '…' : ' ';
  return `${line('x', cells, more)}\n${line(':--', Array<string>(count).fill('--:'), ':--')}`;
}

/**
 * The row of a function with its links; undefined for a name that is none.
 *
 * @param reason what to say instead of numbers
 */
export function tableRow(context: HoverContext, id: string, reason?: string): string | undefined {
  const record = functions.get(id);
  if (record === undefined) return undefined;
  const { preview, style, place } = context;
  const width = Math.min(style.values, preview.array.data.length);
  const link = (action: HoverRequest['action'], text: string, tip: string): string =>
    `[${text}](${hoverLink({ ...place, function: id, action })} "${tip}")`;
  const label = link('show', record.label, vscode.l10n.t('Open in the sidebar'));
  if (reason !== undefined) return line(label, padded([reason.replaceAll('|', '\\|')], width), ' ');
  // along an axis every value counts: of a literal that was cut, the beginning alone would give wrong numbers
  const open = record.kind !== 'activation' && preview.cut;
  const cells = open ? [vscode.l10n.t('open to compute')] : firstValues(record, context);
  const actions = [
    link('copy', '$(copy)', vscode.l10n.t('Copy the result')),
    link('replace', '$(replace)', vscode.l10n.t('Replace the array with the result')),
  ];
  return line(label, padded(cells, width), actions.join(' '));
}

/** The first values of a result; an element-wise function is asked for no more than are shown. */
function firstValues(record: FunctionRecord, { preview: { array }, style }: HoverContext): string[] {
  const result = run(callOf(record.id), record.kind === 'activation' ? head(array, style.values) : array);
  return numbers(result.data.subarray(0, style.values), style.digits, result);
}

function numbers(values: Float64Array, least: number, { dtype }: NumericArray): string[] {
  return Array.from(values, columnFormat(values, { least, dtype }));
}

function head(array: NumericArray, count: number): NumericArray {
  const data = array.data.slice(0, count);
  return { data, shape: [data.length], dtype: array.dtype };
}

const padded = (cells: readonly string[], width: number): string[] =>
  Array.from({ length: width }, (_, i) => cells[i] ?? ' ');

const line = (first: string, cells: readonly string[], last: string): string =>
  `| ${[first, ...cells, last].join(' | ')} |`;
