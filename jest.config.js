import { existsSync } from 'node:fs';

// One PostgreSQL for the whole run. A part that is built and tested alone starts its own.
const database = new URL('ops/dist/test-run/database.js', import.meta.url).pathname;
const stop = new URL('ops/dist/test-run/stop-database.js', import.meta.url).pathname;

/** Tests run on the compiled output: the same files that run in production, and no second compiler. */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/**/dist/**/*.spec.js'],
  testPathIgnorePatterns: ['/node_modules/'],
  modulePathIgnorePatterns: ['<rootDir>/.data/'],
  transform: {},
  watchman: false,
  ...(existsSync(database) ? { globalSetup: database, globalTeardown: stop } : {}),
};
