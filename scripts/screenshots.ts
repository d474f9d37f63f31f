// npm run screenshots [name...]: makes the README's pictures from the running product.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/paths';
import { run } from './lib/processes';
import { scenes } from '../test/support/scenes';
import { Workbench } from '../test/support/workbench';

const folder = join(root, 'docs/images');

async function main(): Promise<void> {
  const built = await run(process.execPath, ['esbuild.js', '--production'], { cwd: root, seconds: 120 });
  if (built.code !== 0) throw new Error('the build failed');
  mkdirSync(folder, { recursive: true });
  const wanted = process.argv.slice(2);
  for (const scene of scenes) {
    if (wanted.length > 0 && !wanted.includes(scene.name)) continue;
    const workbench = await Workbench.open({ width: 1280, height: 760, ...scene.options });
    try {
      await scene.play(workbench);
      await workbench.page.screenshot({ path: join(folder, `${scene.name}.png`), animations: 'disabled' });
      console.log(`docs/images/${scene.name}.png`);
    } catch (error) {
      throw new Error(`${scene.name}: see ${await workbench.picture(scene.name)}`, { cause: error });
    } finally {
      await workbench.close();
    }
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
