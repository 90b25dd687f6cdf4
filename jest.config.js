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

/** `unit`: beside the code, each service alone. `e2e`: the whole system. */
export default {
  maxWorkers: 2,
  testTimeout: 20_000,
  projects: [
    { ...shared, displayName: 'unit', roots: ['<rootDir>/platform', '<rootDir>/gateway', '<rootDir>/subgraphs', '<rootDir>/standalone', '<rootDir>/schema'] },
    { ...shared, displayName: 'e2e', roots: ['<rootDir>/e2e'] },
  ],
};
