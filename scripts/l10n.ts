// npm run l10n: writes the English bundle from the code, and names what the Korean one lacks.
import { readFileSync, writeFileSync } from 'node:fs';
import { englishTexts } from './lib/texts';

const bundle = 'l10n/bundle.l10n.json';
const korean = 'l10n/bundle.l10n.ko.json';

async function main(): Promise<number> {
  const texts = await englishTexts();
  const known = JSON.parse(readFileSync(korean, 'utf8')) as Record<string, string>;
  const write = (path: string, entries: [string, string][]) =>
    writeFileSync(path, `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`);
  write(
    bundle,
    texts.map((text) => [text, text]),
  );
  write(
    korean,
    texts.flatMap((text): [string, string][] => (known[text] === undefined ? [] : [[text, known[text]]])),
  );
  const missing = texts.filter((text) => known[text] === undefined);
  for (const text of missing) console.log(`Not in Korean yet: ${JSON.stringify(text)}`);
  return missing.length === 0 ? 0 : 1;
}

void main().then((code) => process.exit(code));
