import eslint from '@eslint/js';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/** Imports run one way: extension -> host -> shared -> core and webview -> shared -> core. */
const zones = [
  { target: './src/compute', from: ['./src/shared', './src/host', './src/webview', './src/extension.ts'] },
  {
    target: './src/core',
    from: ['./src/compute', './src/shared', './src/host', './src/webview', './src/extension.ts'],
  },
  { target: './src/shared', from: ['./src/host', './src/webview', './src/extension.ts'] },
  { target: './src/host', from: ['./src/webview', './src/extension.ts'] },
  { target: './src/webview', from: ['./src/host', './src/extension.ts'] },
  { target: './test', from: './src/extension.ts' },
  // What a build picks from outside of src: the host alone asks for it.
  { target: ['./src/core', './src/shared', './src/reader', './src/webview'], from: './platform' },
  { target: './platform', from: ['./src/webview', './src/shared', './src/extension.ts'] },
  { target: ['./src', './platform'], from: ['./scripts', './test'] },
];

/** What differs with the time, the place or the day; neither does core print. */
const impure = {
  globals: [
    ...['Date', 'Intl', 'performance', 'process', 'Buffer', 'console', 'crypto', 'fetch', 'navigator', 'global'],
    ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'requestAnimationFrame'],
  ],
  properties: [
    { object: 'Math', property: 'random' },
    ...['toLocaleString', 'toLocaleUpperCase', 'toLocaleLowerCase', 'localeCompare'].map((property) => ({ property })),
  ],
};

const onlyPure = {
  patterns: [
    { group: ['vscode', 'node:*', 'fs', 'path', 'os', 'lit', 'lit/*', '@vscode/*', '@vscode-elements/*'] },
    { group: ['**/dist/**'] },
  ],
};

export default tseslint.config(
  { ignores: ['dist/**', 'coverage/**', 'node_modules/**', '.cache/**', 'media/samples/**', 'kernels/**'] },
  eslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    plugins: { 'import-x': importX },
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.test.json', './test/bench/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    settings: { 'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.js', '.json'] })] },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'import-x/no-cycle': ['error', { maxDepth: 10 }],
      'import-x/no-restricted-paths': ['error', { zones }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // With noUncheckedIndexedAccess an index inside a checked loop needs `!`; a test of the value would cost time.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/prefer-for-of': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['src/core/**', 'src/shared/**', 'src/compute/**'],
    rules: { 'no-restricted-imports': ['error', onlyPure] },
  },
  {
    files: ['src/core/**'],
    rules: {
      'no-restricted-globals': ['error', ...impure.globals],
      'no-restricted-properties': ['error', ...impure.properties],
    },
  },
  {
    files: ['src/host/**', 'src/extension.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ group: ['node:*', 'fs', 'path', 'os', 'child_process'] }] }],
    },
  },
  {
    // what the view shows is decided without VS Code, so that it can be tested without it
    files: ['src/host/model/**'],
    rules: { 'no-restricted-imports': ['error', onlyPure] },
  },
  {
    files: ['src/webview/**'],
    rules: { 'no-restricted-imports': ['error', { patterns: [{ group: ['vscode', 'node:*', 'fs', 'path', 'os'] }] }] },
  },
  {
    files: ['test/**/*.ts'],
    rules: { '@typescript-eslint/no-unused-expressions': 'off', '@typescript-eslint/no-floating-promises': 'error' },
  },
  { files: ['scripts/**', 'test/host/*.ts', 'test/package/*.ts', '*.js'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        require: 'readonly',
        module: 'writable',
        __dirname: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        fetch: 'readonly',
        Buffer: 'readonly',
        performance: 'readonly',
      },
    },
  },
);
