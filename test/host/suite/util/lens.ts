import * as vscode from 'vscode';

/** What the commands answer for one array. */
export interface Outcome {
  function: string;
  params: Record<string, number>;
  input: { data: Float64Array; shape: number[]; dtype: string };
  result: { data: Float64Array; shape: number[]; dtype: string };
  text: string;
}

/** Opens a text in an editor; `[|` and `|]` mark the selections, `|` alone a cursor. */
export async function openMarked(marked: string, language = 'python'): Promise<vscode.TextEditor> {
  const { text, ranges } = unmark(marked);
  const document = await vscode.workspace.openTextDocument({ content: text, language });
  const editor = await vscode.window.showTextDocument(document);
  editor.selections = ranges.map(
    ([start, end]) => new vscode.Selection(document.positionAt(start), document.positionAt(end)),
  );
  return editor;
}

function unmark(marked: string): { text: string; ranges: [number, number][] } {
  let text = '';
  const ranges: [number, number][] = [];
  let open: number | undefined;
  for (let i = 0; i < marked.length; i++) {
    if (marked.startsWith('[|', i)) {
      open = text.length;
      i++;
    } else if (marked.startsWith('|]', i) && open !== undefined) {
      ranges.push([open, text.length]);
      open = undefined;
      i++;
    } else if (marked[i] === '|') ranges.push([text.length, text.length]);
    else text += marked[i]!;
  }
  return { text, ranges };
}

export async function run<T = Outcome>(command: string, ...args: unknown[]): Promise<T> {
  return vscode.commands.executeCommand<T>(`activationLens.${command}`, ...args);
}

/** The error that a promise rejects with; fails when it does not. */
export async function rejection(promise: PromiseLike<unknown>): Promise<Error & { code?: string }> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Error) return error;
    throw new Error('rejected with something that is no Error', { cause: error });
  }
  throw new Error('expected a rejection');
}

export async function closeAll(): Promise<void> {
  while (vscode.window.activeTextEditor !== undefined) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
}

/** Numbers as a plain list, rounded where an expected value is printed short. */
export function values(array: { data: Float64Array }, digits = 17): number[] {
  return Array.from(array.data, (x) => Number(x.toPrecision(digits)));
}
