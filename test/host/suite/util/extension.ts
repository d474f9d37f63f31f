import * as vscode from 'vscode';

/** The extension under test. */
export function lensExtension(): vscode.Extension<unknown> {
  const extension = vscode.extensions.getExtension('activation-lens.activation-lens');
  if (extension === undefined) throw new Error('Activation Lens is not installed in this host');
  return extension;
}
