import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getL10nJson } from '@vscode/l10n-dev';
import { root } from './paths';

/** Every English text that people read: what the host passes to `l10n.t`, and the webview's table. Sorted. */
export async function englishTexts(): Promise<string[]> {
  const source = join(root, 'src');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
  const found = await getL10nJson(
    files.map((path) => ({ extension: '.ts' as const, contents: readFileSync(join(source, path), 'utf8') })),
  );
  return [...new Set([...Object.keys(found), ...(await webviewTexts())])].sort();
}

/** The webview cannot call `l10n.t`: its texts stand in one table, which the host translates. */
async function webviewTexts(): Promise<string[]> {
  const table = join(root, 'src/shared/strings.ts');
  if (!existsSync(table)) return [];
  const { strings } = (await import(table)) as { strings: Record<string, string> };
  return Object.values(strings);
}
