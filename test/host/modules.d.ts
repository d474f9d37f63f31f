/** Imports every test/host/suite/**\/*.test.ts: made by esbuild.js, so that no suite can be forgotten. */
declare module 'host-suites';
/** Mocha's browser build, which serves in a web worker and in Node alike; it defines the globals. */
declare module 'mocha/mocha';
