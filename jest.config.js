/** The suffix of a file decides its runner: see docs/architecture.md. */
const shared = {
  rootDir: __dirname,
  testEnvironment: 'node',
  transform: {
    '^.+\\.(t|j)s$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          target: 'es2022',
        },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  // Packages that are ES modules: Jest on Node 20 cannot require them as they are.
  transformIgnorePatterns: ['node_modules/(?!(@nestjs|@noble|@otplib|@scure|uuid)/)'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.local/'],
};

const withServices = {
  ...shared,
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
};

module.exports = {
  // Ends what hangs; the few tests that take longer on a busy machine say so.
  testTimeout: 120_000,
  maxWorkers: 2,
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/{src,scripts,test,migrations}/**/*.spec.ts'] },
    { ...withServices, displayName: 'database', testMatch: ['<rootDir>/{src,test}/**/*.int-spec.ts'] },
    { ...withServices, displayName: 'api', testMatch: ['<rootDir>/test/e2e/**/*.e2e-spec.ts'] },
    {
      // Breaks services of its own, and the compiled hub with them.
      ...shared,
      displayName: 'fault',
      globalSetup: '<rootDir>/test/support/global-build.ts',
      testMatch: ['<rootDir>/test/fault/**/*.e2e-spec.ts'],
    },
  ],
};
