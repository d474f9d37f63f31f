import * as vscode from 'vscode';

/** Asks where to, and writes the file. Nothing happens when the question is dismissed. */
export async function saveFile(name: string, content: string | Uint8Array): Promise<void> {
  const extension = name.slice(name.lastIndexOf('.') + 1);
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const target = await vscode.window.showSaveDialog({
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }),
    filters: { [extension.toUpperCase()]: [extension] },
  });
  if (target === undefined) return;
  await vscode.workspace.fs.writeFile(target, typeof content === 'string' ? utf8(content) : content);
}

function utf8(text: string): Uint8Array {
  const { TextEncoder } = globalThis as unknown as { TextEncoder: new () => { encode(text: string): Uint8Array } };
  return new TextEncoder().encode(text);
}
