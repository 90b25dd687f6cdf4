/** @type {import('jest').Config} */
const shared = {
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': ['$1.js', '$1'] },
  modulePathIgnorePatterns: ['/dist/'],
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  transform: { '^.+\\.ts$': ['@swc/jest'] },
  globalSetup: '<rootDir>/platform/dist/testing/global-setup.js',
  globalTeardown: '<rootDir>/platform/dist/testing/global-teardown.js',
};

/** The web app's own files are for a bundler: JSX, and imports without extensions or by `@/`. */
const web = {
  displayName: 'web',
  roots: ['<rootDir>/web/src'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^@/(.*)$': '<rootDir>/web/src/$1' },
  testEnvironment: 'node',
  transform: {
    '^.+\\.tsx?$': ['@swc/jest', { swcrc: false, jsc: { target: 'es2024', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } }, module: { type: 'es6' } }],
  },
};

/** `unit`: beside the code, each service alone. `web`: what of the web app needs no browser. `e2e`: the whole system. `browser`: the same, through Chromium. */
export default {
  maxWorkers: 2,
  testTimeout: 20_000,
  projects: [
    { ...shared, displayName: 'unit', roots: ['<rootDir>/platform', '<rootDir>/gateway', '<rootDir>/subgraphs', '<rootDir>/standalone', '<rootDir>/schema'] },
    web,
    { ...shared, displayName: 'e2e', roots: ['<rootDir>/e2e'], testPathIgnorePatterns: ['/node_modules/', '/e2e/src/browser/'] },
    { ...shared, displayName: 'browser', roots: ['<rootDir>/e2e/src/browser'], setupFilesAfterEnv: ['<rootDir>/e2e/browser-setup.mjs'] },
  ],
};
