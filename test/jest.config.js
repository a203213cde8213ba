import preset, { withPostgres } from '../jest.preset.js';

export default {
  ...preset,
  ...withPostgres,
  displayName: 'whole product',
  testMatch: ['<rootDir>/**/*.e2e-spec.ts'],
};
