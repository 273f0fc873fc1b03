const base = require('./jest.config.js');

const withProcesses = base.projects.find(({ displayName }) => displayName === 'fault');

/** What takes minutes: races by the thousand, random interleavings, long outages. `npm test` has a short form of each. */
module.exports = {
  testTimeout: 600_000,
  maxWorkers: 1,
  projects: [{ ...withProcesses, displayName: 'long', testMatch: ['<rootDir>/test/long/**/*.long-spec.ts'] }],
};
