import { callOf, functions, resultShape, unstableIds } from '../../src/core/index';
import { commands, contextKeys, type CommandId } from '../../src/shared/ids';
import { toolContributions } from '../../src/shared/tools';

/** What package.json says of a command; its title is the text `command.<name>`. */
interface Row {
  readonly icon?: string;
  /** when it can run; the command palette hides it otherwise */
  readonly when?: string;
}

const editor = 'editorIsOpen';
const last = contextKeys.hasLast;
const writes = `${editor} && ${last} && !editorReadonly`;

/** Every command; one that is missing does not compile. */
const rows: Record<CommandId, Row> = {
  [commands.evaluate]: { icon: '$(symbol-operator)', when: editor },
  [commands.softmax]: { when: editor },
  [commands.repeat]: { icon: '$(debug-rerun)', when: `${editor} && ${last}` },
  [commands.replaceSelection]: { icon: '$(replace)', when: writes },
  [commands.insertBelow]: { when: writes },
  [commands.copyResult]: { icon: '$(copy)', when: last },
  [commands.copyResultAs]: { when: last },
  [commands.copySelectionAs]: { when: editor },
  [commands.openResult]: { icon: '$(go-to-file)', when: last },
  [commands.evaluateClipboard]: {},
  [commands.extractTest]: { when: editor },
  [commands.runNetwork]: { when: editor },
  [commands.runSampleNetwork]: {},
  [commands.showPanel]: {},
  [commands.showFunction]: {},
  [commands.showSoftmax]: {},
  [commands.showNetwork]: {},
  [commands.showPrecision]: {},
  [commands.openInEditor]: { icon: '$(link-external)' },
  [commands.openWalkthrough]: {},
  [commands.openSample]: {},
  [commands.showLog]: {},
};

const nameOf = (command: string): string => command.slice(command.indexOf('.') + 1);

/** Functions that leave a row of numbers a row: what a line of the hover can show. */
export const hoverFunctions = (): string[] =>
  [...functions.keys()].filter((id) => resultShape(callOf(id), [4]).length === 1);

interface Manifest {
  contributes: {
    commands: unknown;
    menus: { commandPalette: unknown };
    languageModelTools?: unknown;
    configuration: { properties: Record<string, { items?: { enum?: unknown } }> };
  };
}

/** Writes into the manifest what the code knows: commands, the palette's clauses, function ids, rules, tools. */
export function contribute(manifest: Manifest): void {
  const entries = Object.entries(rows);
  const { contributes } = manifest;
  contributes.commands = entries.map(([command, { icon, when }]) => ({
    command,
    title: `%command.${nameOf(command)}%`,
    category: '%category%',
    ...(icon === undefined ? {} : { icon }),
    ...(when === undefined ? {} : { enablement: when }),
  }));
  contributes.menus.commandPalette = entries.flatMap(([command, { when }]) =>
    when === undefined ? [] : [{ command, when }],
  );
  contributes.languageModelTools = toolContributions();
  const { properties } = contributes.configuration;
  properties['activationLens.hover.functions']!.items!.enum = hoverFunctions();
  properties['activationLens.formulas.off']!.items!.enum = [...unstableIds];
}
