import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Pictures that code and documents have used for what has a name in the field, and that name. */
const INSTEAD: Readonly<Record<string, string>> = {
  arrival: 'request, import',
  courier: 'HTTP client',
  deed: 'action',
  desk: 'worklist',
  door: 'API, host, adapter',
  errand: 'request, job',
  outworn: 'expired, former',
  patience: 'timeout, deadline',
  rehearsal: 'simulation, test, development',
  scene: 'context, fixture',
  settlement: 'outcome',
  turnstile: 'rate limiter',
  'waiting line': 'queue',
};

const SOURCES = ['{apps,libs,test,tools,docs}/**/*.{ts,tsx,js,mjs,md,graphql}', '*.md'];
const LEFT_OUT = [
  '**/node_modules/**',
  '**/dist/**',
  // What a migration once said is what databases have been through, and the tests of upgrades name it.
  '**/migrations/**',
  '**/upgrade.int-spec.ts',
  'tools/src/checks/metaphors*.ts',
];

/** Words as they stand alone, in file names and within names of code. */
const WORD = new RegExp(Object.keys(INSTEAD).map(patternOf).join('|'), 'g');

/** Where the project's own text uses a picture instead of the field's term (docs/glossary.md). */
export function metaphors(root: string): string[] {
  const files = globSync(SOURCES, { cwd: root, exclude: LEFT_OUT }).sort();
  return files.flatMap((file) => [
    ...metaphorsIn(file).map((fault) => `${file}: ${fault}`),
    ...metaphorsOfLines(file, readFileSync(path.join(root, file), 'utf8')),
  ]);
}

export function metaphorsIn(text: string): string[] {
  return [...text.matchAll(WORD)].map(([word]) => `"${word}"; the term is: ${termFor(word)}`);
}

function metaphorsOfLines(file: string, text: string): string[] {
  return text.split('\n').flatMap((line, index) => metaphorsIn(line).map((fault) => `${file}:${index + 1}: ${fault}`));
}

function termFor(word: string): string {
  const lower = word.toLowerCase();
  return INSTEAD[lower] ?? INSTEAD[lower.replace(/s$/, '')] ?? '';
}

function patternOf(word: string): string {
  const capitalised = word.charAt(0).toUpperCase() + word.slice(1);
  return `(?:(?<![A-Za-z])${word}|${capitalised})s?(?![a-z])`;
}
