import preset, { withPostgres } from '../jest.preset.js';

export default {
  ...preset,
  ...withPostgres,
  displayName: 'whole product',
  testEnvironment: '<rootDir>/support/environment.mjs',
  testMatch: ['<rootDir>/**/*.e2e-spec.ts'],
};
