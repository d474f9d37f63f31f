import type { ThemeName, Workbench, WorkbenchOptions } from './workbench';

/** One picture of the README: how the workbench is opened and what is done in it. */
export interface Scene {
  readonly name: string;
  readonly options?: WorkbenchOptions;
  play(workbench: Workbench): Promise<void>;
}

async function showResult(workbench: Workbench): Promise<void> {
  await workbench.openFile('network.py');
  await workbench.select('network.py', '[-0.8, -2.4, -0.1, -5.5, -1.2]');
  await workbench.runCommand('Activation Lens: Evaluate Selection…');
  await workbench.type('Sigmoid');
  await workbench.acceptRow('Sigmoid');
  await workbench.view().getByText('0.083').first().waitFor();
}

const inTheme = (name: string, theme: ThemeName): Scene => ({ name, options: { theme }, play: showResult });

const room = (name: string, theme: ThemeName, ready: string): Scene => ({
  name: name.toLowerCase(),
  options: { theme },
  play: async (workbench) => {
    await workbench.openFile('network.py');
    await workbench.select('network.py', '[-0.8, -2.4, -0.1, -5.5, -1.2]');
    await workbench.runCommand(`Activation Lens: Show ${name} Room`);
    await workbench.view().getByText(ready).first().waitFor();
  },
});

export const scenes: readonly Scene[] = [
  inTheme('overview', 'light'),
  inTheme('dark', 'dark'),
  inTheme('high-contrast', 'highContrast'),
  room('Softmax', 'light', 'Three ways to compute it'),
  room('Network', 'dark', '0.31682708'),
  room('Precision', 'light', 'float8_e4m3fn'),
  {
    name: 'hover',
    play: async (workbench) => {
      await workbench.openFile('network.py');
      await workbench.hover('-2.4, -0.1');
    },
  },
];
