import { ESLint } from 'eslint';
import path from 'node:path';

/** Code that must not pass, by the file it would stand in, and the rule that must refuse it. */
const BAD_CODE = [
  {
    place: 'libs/orcid-model/src/index.ts',
    code: `import '@ligature/persistence';\n`,
    rule: '@nx/enforce-module-boundaries',
  },
  {
    place: 'libs/orcid-model/src/index.ts',
    code: `import '@nestjs/common';\n`,
    rule: '@nx/enforce-module-boundaries',
  },
  {
    place: 'apps/portal/src/portal.module.ts',
    code: `import '@ligature/orcid-client';\n`,
    rule: '@nx/enforce-module-boundaries',
  },
  {
    place: 'libs/record-sync/src/index.ts',
    code: `export const answer = fetch('https://orcid.org');\n`,
    rule: 'no-restricted-globals',
  },
  {
    place: 'libs/connections/src/index.ts',
    code: `export const key = process.env['KEY'];\n`,
    rule: 'no-restricted-properties',
  },
  {
    place: 'libs/connections/src/index.ts',
    code: `import '@ligature/persistence/testing';\n`,
    rule: 'no-restricted-imports',
  },
  {
    place: 'apps/portal/src/portal.module.ts',
    code: `export const work = (em: { transactional(work: () => void): void }): void => {\n  em.transactional(() => undefined);\n};\n`,
    rule: 'no-restricted-syntax',
  },
  {
    place: 'libs/connections/src/index.ts',
    code: `export const value: any = 1;\n`,
    rule: '@typescript-eslint/no-explicit-any',
  },
] as const;

/** Bad code that lint lets through. The boundary rule stays silent when there is no project graph, so this proves that it works. */
export async function unenforcedRules(root: string): Promise<string[]> {
  const eslint = new ESLint({ cwd: root });
  const results = await Promise.all(
    BAD_CODE.map(async ({ place, code, rule }) => {
      const [result] = await eslint.lintText(code, { filePath: path.join(root, place) });
      return result?.messages.some(({ ruleId }) => ruleId === rule)
        ? []
        : [`${rule} lets this pass in ${place}: ${code}`];
    }),
  );
  return results.flat();
}
