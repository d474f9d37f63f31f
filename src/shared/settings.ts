/** Every setting with its key, type and default. A test compares them with package.json. */
export interface Settings {
  readonly 'hover.enabled': boolean;
  readonly 'hover.functions': readonly string[];
  readonly 'hover.digits': number;
  readonly 'hover.values': number;
  readonly 'hover.picture': boolean;
  /** over calls of frameworks and over names whose value can be worked out */
  readonly 'hover.code': boolean;
  readonly 'result.digits': number;
  readonly followSelection: boolean;
  readonly 'statusBar.enabled': boolean;
  readonly 'formulas.enabled': boolean;
  /** rules that are switched off, by their ids */
  readonly 'formulas.off': readonly string[];
}

export type SettingKey = keyof Settings;

export const settingsSection = 'activationLens';

export const defaultSettings: Settings = {
  'hover.enabled': true,
  'hover.functions': ['sigmoid', 'tanh', 'relu', 'softmax'],
  'hover.digits': 4,
  'hover.values': 6,
  'hover.picture': true,
  'hover.code': true,
  /** 0: as many digits as it takes to read the same number back */
  'result.digits': 0,
  followSelection: true,
  'statusBar.enabled': true,
  'formulas.enabled': true,
  'formulas.off': [],
};
