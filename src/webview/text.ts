import { fill, type StringKey } from '../shared/strings';

/** Empty until the host has sent it; nothing is drawn before. */
let table: Readonly<Record<string, string>> = {};
let language: 'en' | 'ko' = 'en';

/** Takes the texts that the host translated. */
export function useStrings(translated: Readonly<Record<string, string>>, locale: 'en' | 'ko'): void {
  table = translated;
  language = locale;
}

/** A text in the language of VS Code, with values filled in. */
export function t(key: StringKey, ...values: readonly (string | number)[]): string {
  return fill(table[key] ?? key, ...values);
}

/** The language of core's explanations. */
export function locale(): 'en' | 'ko' {
  return language;
}
