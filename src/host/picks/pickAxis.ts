import * as vscode from 'vscode';

/** Asks along which axis; no question where there is only one. Undefined when the pick was left. */
export async function pickAxis(shape: readonly number[], title: string): Promise<number | undefined> {
  if (shape.length <= 1) return -1;
  const last = shape.length - 1;
  const axes = shape.map((length, axis) => ({
    axis: axis === last ? -1 : axis,
    label: axis === last ? vscode.l10n.t('axis {0} (the last, -1)', axis) : vscode.l10n.t('axis {0}', axis),
    description: vscode.l10n.t('length {0}', length),
    detail: detail(shape, axis),
  }));
  const picked = await vscode.window.showQuickPick([axes[last]!, ...axes.slice(0, last)], {
    title,
    placeHolder: vscode.l10n.t('Along which axis of the shape [{0}]?', shape.join(', ')),
  });
  return picked?.axis;
}

function detail(shape: readonly number[], axis: number): string {
  if (shape.length !== 2)
    return vscode.l10n.t('{0} rows of {1} values', shape.reduce(product, 1) / shape[axis]!, shape[axis]!);
  return axis === 1
    ? vscode.l10n.t('each row becomes a distribution')
    : vscode.l10n.t('each column becomes a distribution');
}

const product = (a: number, b: number): number => a * b;
