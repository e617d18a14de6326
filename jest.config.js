/** Tests run on the compiled output: the same files that run in production, and no second compiler. */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/**/dist/**/*.spec.js'],
  testPathIgnorePatterns: ['/node_modules/'],
  transform: {},
  watchman: false,
};
