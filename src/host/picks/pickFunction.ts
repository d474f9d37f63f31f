import * as vscode from 'vscode';
import { plainFormula } from '../../core/index';
import { setting } from '../configuration';
import { functionTable, type LensFunction } from '../functionTable';

interface FunctionItem extends vscode.QuickPickItem {
  readonly chosen?: LensFunction;
}

/**
 * Offers every function with its formula, found by label, formula or the way frameworks spell it.
 *
 * @param last id of the function used last, offered first
 * @param onActive told which function is highlighted while one moves through the list
 * @returns undefined when the pick was left
 */
export function pickFunction(
  last: string | undefined,
  onActive: (chosen: LensFunction) => void,
): Promise<LensFunction | undefined> {
  const pick = vscode.window.createQuickPick<FunctionItem>();
  pick.title = vscode.l10n.t('Evaluate Selection');
  pick.placeholder = vscode.l10n.t('Function, or its name in a framework such as F.gelu');
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.items = items(last);
  return new Promise((resolve) => {
    pick.onDidChangeActive(([item]) => {
      if (item?.chosen !== undefined) onActive(item.chosen);
    });
    pick.onDidAccept(() => {
      resolve(pick.activeItems[0]?.chosen);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function items(last: string | undefined): FunctionItem[] {
  const kinds: readonly (readonly [LensFunction['kind'], string])[] = [
    ['activation', vscode.l10n.t('element by element')],
    ['softmax', vscode.l10n.t('along an axis')],
    ['gate', vscode.l10n.t('gates')],
  ];
  const all = [...functionTable.values()];
  const usual = setting('hover.functions').flatMap((id) => functionTable.get(id) ?? []);
  const first = all.filter((row) => row.id === last);
  const common = usual.filter((row) => row.id !== last);
  const others = all.filter((row) => !first.includes(row) && !common.includes(row));
  return [
    ...group(vscode.l10n.t('used last'), first),
    ...group(vscode.l10n.t('common'), common),
    ...kinds.flatMap(([kind, label]) =>
      group(
        label,
        others.filter((row) => row.kind === kind),
      ),
    ),
  ];
}

function group(label: string, rows: readonly LensFunction[]): FunctionItem[] {
  if (rows.length === 0) return [];
  return [{ label, kind: vscode.QuickPickItemKind.Separator }, ...rows.map(item)];
}

function item(chosen: LensFunction): FunctionItem {
  const names = chosen.aliases.map((alias) => alias.replace('torch.nn.functional.', 'F.'));
  return {
    chosen,
    label: chosen.label,
    description: plainFormula(chosen.formula),
    detail: [...new Set(names)].join('  ·  '),
  };
}
