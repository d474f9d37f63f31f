import * as vscode from 'vscode';
import { functions, plainFormula, type FunctionRecord } from '../../core/index';
import { setting } from '../configuration';

interface FunctionItem extends vscode.QuickPickItem {
  readonly chosen?: FunctionRecord;
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
  onActive: (chosen: FunctionRecord) => void,
): Promise<FunctionRecord | undefined> {
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
  const kinds: readonly (readonly [FunctionRecord['kind'], string])[] = [
    ['activation', vscode.l10n.t('element by element')],
    ['softmax', vscode.l10n.t('along an axis')],
    ['gate', vscode.l10n.t('gates')],
  ];
  const all = [...functions.values()];
  const usual = setting('hover.functions').flatMap((id) => functions.get(id) ?? []);
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

function group(label: string, rows: readonly FunctionRecord[]): FunctionItem[] {
  if (rows.length === 0) return [];
  return [{ label, kind: vscode.QuickPickItemKind.Separator }, ...rows.map(item)];
}

function item(chosen: FunctionRecord): FunctionItem {
  const names = chosen.spellings.map(({ code }) => code.replace('torch.nn.functional.', 'F.'));
  return {
    chosen,
    label: chosen.label,
    description: plainFormula(chosen.formula),
    detail: [...new Set(names)].join('  ·  '),
  };
}
