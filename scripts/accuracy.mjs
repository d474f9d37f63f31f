// npm run accuracy: the worst error of every activation in units in the last place, as a table, first by TypeScript alone,
// then with the kernels.
import { spawnSync } from 'node:child_process';

const { status } = spawnSync(
  'npx mocha --no-config --import=tsx test/unit/core/activations/ulp.test.ts --reporter dot',
  {
    shell: true,
    stdio: 'inherit',
    env: { ...process.env, ACCURACY_TABLE: '1' },
  },
);
process.exitCode = status ?? 1;
