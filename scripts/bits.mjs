// npm run bits -- 5000000: compares every kernel with TypeScript, bit for bit, over that many inputs each.
import { spawnSync } from 'node:child_process';

const { status } = spawnSync(
  'npx mocha --no-config --import=tsx --timeout 3600000 "test/unit/core/kernels/*.test.ts"',
  {
    shell: true,
    stdio: 'inherit',
    env: { ...process.env, KERNEL_INPUTS: process.argv[2] ?? '5000000' },
  },
);
process.exitCode = status ?? 1;
