import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import manifest from '../../../package.json';
import { contribute, hoverFunctions } from '../../../scripts/lib/contributions';
import { commands, contextKeys, submenu, views } from '../../../src/shared/ids';
import { defaultSettings, settingsSection } from '../../../src/shared/settings';

const { contributes } = manifest;

const sorted = (values: Iterable<string>) => [...values].sort();

/** Every text under a key of that name, however deep. */
function textsUnder(key: string, value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === key && typeof inner === 'string' ? [inner] : textsUnder(key, inner),
  );
}

describe('package.json says what the code says', () => {
  it('of commands', () => {
    assert.deepEqual(sorted(contributes.commands.map(({ command }) => command)), sorted(Object.values(commands)));
  });

  it('of the commands that menus and keys name', () => {
    const known = new Set<string>(Object.values(commands));
    const named = [...textsUnder('command', contributes.menus), ...textsUnder('command', contributes.keybindings)];
    assert.ok(named.length > 0);
    assert.deepEqual(
      named.filter((command) => !known.has(command)),
      [],
    );
  });

  it('of views and submenus', () => {
    assert.deepEqual(Object.keys(contributes.views), [views.container]);
    assert.deepEqual(
      contributes.views.activationLens.map(({ id }) => id),
      [views.panel],
    );
    assert.deepEqual(
      contributes.submenus.map(({ id }) => id),
      [submenu],
    );
  });

  it('of the context keys that its clauses read', () => {
    const clauses = [...textsUnder('when', contributes), ...textsUnder('enablement', contributes)];
    const read = new Set(clauses.flatMap((clause) => clause.match(/activationLens\.\w+/g) ?? []));
    const known = new Set<string>([...Object.values(contextKeys), views.panel, views.container]);
    assert.ok(read.size > 0);
    assert.deepEqual(
      [...read].filter((key) => !known.has(key)),
      [],
    );
  });

  it('of settings and their defaults', () => {
    const properties: Record<string, { default: unknown }> = contributes.configuration.properties;
    const declared = Object.entries(properties).map(([key, property]) => [key, property.default]);
    const typed = Object.entries<unknown>({ ...defaultSettings }).map(([key, value]) => [
      `${settingsSection}.${key}`,
      value,
    ]);
    assert.deepEqual(Object.fromEntries(declared), Object.fromEntries(typed));
  });

  it('of all that npm run manifest writes', () => {
    const made = structuredClone(manifest) as Parameters<typeof contribute>[0];
    contribute(made);
    assert.deepEqual(made, manifest);
    assert.ok(hoverFunctions().includes('softmax') && !hoverFunctions().includes('logSumExp'));
  });

  it('of every text, which has an English and a Korean wording', () => {
    const keys = sorted(new Set<string>(JSON.stringify(manifest).match(/(?<=")%[^%"]+%(?=")/g) ?? []));
    for (const file of ['package.nls.json', 'package.nls.ko.json']) {
      const texts = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
      assert.deepEqual(sorted(Object.keys(texts)), sorted(keys.map((key) => key.slice(1, -1))), file);
    }
  });

  it('of files that are there', () => {
    const files = [manifest.icon, ...textsUnder('icon', contributes).filter((icon) => !icon.startsWith('$('))];
    assert.deepEqual(
      files.filter((file) => !existsSync(file)),
      [],
    );
  });
});
