/** Shared Jest settings: native ESM, SWC with Nest's decorator metadata, libraries read from source. */
export default {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['node', 'node-addons', '@ligature/source'] },
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'json'],
  // As a file, for Jest ignores `testTimeout` of a project when it runs several.
  setupFilesAfterEnv: [`${import.meta.dirname}/tools/src/jest/limit-time.ts`],
  testMatch: ['<rootDir>/{src,conformance}/**/*spec.{ts,tsx}'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        swcrc: false,
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript', tsx: true, decorators: true },
          transform: {
            legacyDecorator: true,
            decoratorMetadata: true,
            react: { runtime: 'automatic', importSource: 'preact' },
          },
          keepClassNames: true,
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
};

/** For projects whose tests need a database, a local ORCID or the whole product: each is started once for the whole run. */
export const withPostgres = {
  globalSetup: `${import.meta.dirname}/tools/src/jest/start-postgres.ts`,
  globalTeardown: `${import.meta.dirname}/tools/src/jest/stop-postgres.ts`,
};
