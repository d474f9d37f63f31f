import * as vscode from 'vscode';
import { strings } from '../../shared/strings';

/** The webview's texts in the language of VS Code. */
export function translatedStrings(): Record<string, string> {
  const translated: Record<string, string> = {};
  for (const [key, english] of Object.entries(strings)) translated[key] = vscode.l10n.t(english);
  return translated;
}

/** The language of core's explanations that fits VS Code's. */
export function explanationLocale(): 'en' | 'ko' {
  return vscode.env.language.toLowerCase().startsWith('ko') ? 'ko' : 'en';
}
