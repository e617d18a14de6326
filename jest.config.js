import { existsSync } from 'node:fs';

// A PostgreSQL for each worker of the run. A part that is built and tested alone starts its own.
const built = (name) => new URL(`ops/dist/test-run/${name}.js`, import.meta.url).pathname;
const databases = {
  globalSetup: built('database'),
  globalTeardown: built('stop-database'),
  setupFiles: [built('use-database')],
};

/** Tests run on the compiled output: the same files that run in production, and no second compiler. */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/**/dist/**/*.spec.js'],
  testPathIgnorePatterns: ['/node_modules/'],
  modulePathIgnorePatterns: ['<rootDir>/.data/'],
  transform: {},
  watchman: false,
  maxWorkers: 2,
  // Tests talk to a real database; a busy machine is slow, not wrong.
  testTimeout: 300_000,
  ...(existsSync(built('use-database')) ? databases : {}),
};
