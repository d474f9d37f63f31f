import * as vscode from 'vscode';
import { defaultSettings, settingsSection, type SettingKey, type Settings } from '../shared/settings';

/** Reads one setting for a document (folder and language count) or, without one, for the window. */
export function setting<K extends SettingKey>(key: K, scope?: vscode.ConfigurationScope): Settings[K] {
  return vscode.workspace.getConfiguration(settingsSection, scope ?? null).get<Settings[K]>(key, defaultSettings[key]);
}
