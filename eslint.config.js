import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';

/** Features from the lowest to the highest: each may use those of the rows below it (docs/architecture.md). */
const features = [['institutions', 'people'], ['connections', 'assertions'], ['record-sync'], ['person-lifecycle']];

const downward = features.flatMap((row, at) =>
  row.map((name) => ({
    sourceTag: `feature:${name}`,
    notDependOnLibsWithTags: features
      .slice(at)
      .flat()
      .map((other) => `feature:${other}`),
  })),
);

/** Which projects may use which (docs/architecture.md). An untagged project is refused by `npm run check`. */
const arrows = [
  {
    sourceTag: 'type:app',
    onlyDependOnLibsWithTags: ['type:flow', 'type:feature', 'type:data', 'type:model', 'type:util'],
  },
  { sourceTag: 'type:simulator', onlyDependOnLibsWithTags: [] },
  {
    sourceTag: 'type:flow',
    onlyDependOnLibsWithTags: ['type:gateway', 'type:model', 'type:util'],
    bannedExternalImports: ['@mikro-orm/*', '@nestjs/graphql'],
  },
  {
    sourceTag: 'type:feature',
    onlyDependOnLibsWithTags: ['type:feature', 'type:data', 'type:gateway', 'type:model', 'type:util'],
    bannedExternalImports: ['@nestjs/graphql', '@node-saml/*'],
  },
  {
    sourceTag: 'type:data',
    onlyDependOnLibsWithTags: ['type:model', 'type:util'],
    bannedExternalImports: ['@nestjs/graphql', '@node-saml/*'],
  },
  {
    sourceTag: 'type:gateway',
    onlyDependOnLibsWithTags: ['type:model', 'type:util'],
    bannedExternalImports: ['@mikro-orm/*', '@nestjs/graphql', '@node-saml/*'],
  },
  { sourceTag: 'type:util', onlyDependOnLibsWithTags: ['type:util'], bannedExternalImports: ['@mikro-orm/*'] },
  {
    sourceTag: 'type:model',
    onlyDependOnLibsWithTags: ['type:model'],
    bannedExternalImports: ['@nestjs/*', '@mikro-orm/*'],
  },
  { sourceTag: 'type:tool', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'type:e2e', onlyDependOnLibsWithTags: ['type:model', 'type:tool'] },
  ...downward,
];

const tests = ['**/*spec.ts', '**/*spec.tsx', '**/testing/**', '**/bench/**', 'test/**'];

/** Only libs/orcid-client opens a connection to ORCID; only a `*.config.ts` and the tools read the environment. */
const oneWayOutEach = [
  {
    files: ['apps/{portal,admin-api,scheduler}/**/*.{ts,tsx}', 'libs/**/*.{ts,tsx}'],
    ignores: [...tests, 'libs/orcid-client/**', 'libs/saml-metadata/src/fetch-metadata.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'fetch', message: 'Only libs/orcid-client talks to ORCID, and only metadata is fetched elsewhere.' },
      ],
    },
  },
  {
    files: ['apps/**/*.{ts,tsx}', 'libs/**/*.{ts,tsx}'],
    ignores: [...tests, 'apps/*/src/main.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: ['@ligature/*/testing', '**/testing/*'], message: 'Builders and fakes are for tests only.' },
          ],
        },
      ],
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'Configuration is read in one place per library: its *.config.ts.',
        },
      ],
    },
  },
];

/** What happens together is a feature's to say, or `persistence`'s: an app parses, authorises, calls and presents. */
const noTransactionsInApps = {
  files: ['apps/{portal,admin-api,scheduler}/**/*.{ts,tsx}'],
  ignores: tests,
  rules: {
    'no-restricted-syntax': [
      'error',
      {
        selector: 'MemberExpression[property.name="transactional"]',
        message: 'An app owns no transaction: call a feature, or what persistence offers whole.',
      },
    ],
  },
};

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '.nx/**', '.data/**', '**/test-output/**', '**/*.d.ts'] },
  ...nx.configs['flat/base'],
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        { enforceBuildableLibDependency: true, allow: [], depConstraints: arrows },
      ],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true, allowStaticOnly: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      // It takes every literal of Nest's option classes for a mistake.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
    },
  },
  ...oneWayOutEach,
  noTransactionsInApps,
  {
    files: tests,
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  { files: ['tools/**'], rules: { 'no-console': 'off' } },
  // Texts are a tree of strings and small templates; the other languages are held against its type.
  { files: ['apps/*/src/texts/**'], rules: { '@typescript-eslint/explicit-module-boundary-types': 'off' } },
);
