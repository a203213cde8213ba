import preset, { withPostgres } from '../jest.preset.js';

/** The tests of all projects in few files (src/joined-tests.ts). */
export default {
  ...preset,
  ...withPostgres,
  rootDir: '..',
  displayName: 'joined',
  testMatch: ['<rootDir>/test-output/joined/*spec.ts'],
};
