import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { englishTexts } from '../../scripts/lib/texts';

const json = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
const placeholders = (text: string) => [...new Set(text.match(/\{\d+\}/g))].sort();

describe('the texts for people', () => {
  it('are all in the English bundle (npm run l10n writes it)', async () => {
    const texts = await englishTexts();
    assert.ok(texts.length > 50);
    assert.deepEqual(Object.keys(json('l10n/bundle.l10n.json')).sort(), texts);
  });

  for (const [english, korean] of [
    ['l10n/bundle.l10n.json', 'l10n/bundle.l10n.ko.json'],
    ['package.nls.json', 'package.nls.ko.json'],
  ] as const) {
    it(`${korean} translates every text and keeps its placeholders`, () => {
      const en = json(english);
      const ko = json(korean);
      assert.deepEqual(Object.keys(ko).sort(), Object.keys(en).sort());
      for (const [key, text] of Object.entries(en)) assert.deepEqual(placeholders(ko[key]!), placeholders(text), key);
    });
  }
});
