import * as vscode from 'vscode';
import type { ArgumentObject } from './arguments';

/** The samples that are packed, in the order of learning. */
const samples = (korean: boolean): readonly string[] => [
  korean ? 'activations.ko.ipynb' : 'activations.ipynb',
  'network.py',
  'logits.json',
  'sample.network.json',
  'kernel.c',
  'training.log',
  'activations.csv',
];

/** "Open Sample…": asked for by a person, the choice of all; by the walkthrough or another program, `name` or the notebook. */
export async function openSampleCommand(extension: vscode.Uri, args: ArgumentObject | undefined): Promise<void> {
  const names = samples(vscode.env.language.startsWith('ko'));
  const wanted = typeof args?.name === 'string' ? names.find((name) => name === args.name) : names[0];
  if (wanted === undefined) return;
  const uri = vscode.Uri.joinPath(extension, 'media', 'samples', wanted);
  await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
}
