import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { demoCommand, quoted } from './demo-command.ts';
import type { Addresses } from './stack/addresses.ts';
import type { RefusedFile } from './stack/refused-file.ts';
import type { Stack } from './stack/stack.ts';

const KEY_FILE = 'admin-access-key';

interface Named {
  readonly slug: string;
  readonly name: string;
}

interface Person {
  readonly displayName: string;
  readonly situation: string;
}

/** Makes the demo's key for the admin API once and keeps it in a file: what is printed here may be logged. */
export async function adminKey(stack: Stack, folder: string): Promise<void> {
  const file = path.join(folder, KEY_FILE);
  if (existsSync(file)) return;
  const key = await stack.command(
    'create-access-key',
    `demo-${Date.now()}`,
    '--role',
    'administrator',
    '--institution',
    stack.slug,
  );
  writeFileSync(file, key, { mode: 0o600 });
}

/** Files that were refused while the rest was started, and how to go on. */
export function refusals(refused: readonly RefusedFile[], folder: string): string {
  return refused
    .map(({ command, reason }) =>
      [
        `NOT IMPORTED: ${String(command[1])}. Everything else runs, with what was imported before.`,
        ...reason
          .trim()
          .split('\n')
          .map((line) => `  ${line}`),
        `  When it is right: ${[demoCommand(process.env['LIGATURE_DATA'], folder), ...command.map(quoted)].join(' ')}`,
        '',
      ].join('\n'),
    )
    .join('\n');
}

/** Addresses, people and what to try first. */
export function welcome(addresses: Addresses, folder: string): string {
  const { portal, adminApi, orcidSandbox, devIdp } = addresses;
  return [
    `  Portal                   ${portal}`,
    `  Admin API (GraphQL)      ${adminApi}/graphql`,
    `  Local ORCID              ${orcidSandbox}`,
    `  Local identity provider  ${devIdp}`,
    '',
    'People (choose them on the sign-in pages; no password is asked)',
    ...peopleIn(folder, 'dev-idp.json'),
    '',
    ...secondInstitution(addresses, folder),
    ...whatToTry(addresses, folder),
    '',
    'Ctrl-C stops everything.',
  ].join('\n');
}

function secondInstitution({ otherPortal, otherIdp }: Addresses, folder: string): string[] {
  if (otherPortal === undefined || otherIdp === undefined) return [];
  return [
    `A second institution in the same processes and database: ${institutionIn(folder, 'other-institution.json').name}`,
    `  Its portal               ${otherPortal}`,
    `  Its identity provider    ${otherIdp}`,
    ...peopleIn(folder, 'other-idp.json'),
    '',
  ];
}

function whatToTry({ portal, adminApi, otherPortal }: Addresses, folder: string): string[] {
  const { slug } = institutionIn(folder, 'institution.json');
  const [key, hrExport, items] = [KEY_FILE, 'hr-export.csv', 'items.ndjson'].map((name) =>
    shown(path.join(folder, name)),
  );
  const command = demoCommand(process.env['LIGATURE_DATA'], folder);
  return [
    'Try this first',
    `  1. Open ${portal}, sign in as Amara Okafor, and connect her ORCID iD.`,
    '  2. See her employment appear under "My connection", and on her record in the local ORCID.',
    `  3. In ${hrExport} give her a last day (column To, say 30.06.2025), then:`,
    `       ${command} run import-people`,
    '  4. See it as an administrator:',
    `       curl -s ${adminApi}/graphql -H "Authorization: Bearer $(cat ${key})" \\`,
    `         -H 'Content-Type: application/json' -d '{"query":"{ people { items { displayName consent connection { orcidUri items { role state putCode endDate } } } } }"}'`,
    `  5. Sign in as Inês Duarte and connect: works, a grant, a review, a committee and pages about her come from ${items}.`,
    '     Change a line there, or take one back with {"staffId": …, "rowId": …, "withdraw": true}, then:',
    `       ${command} import-items ${items} --institution ${slug}`,
    ...(otherPortal === undefined
      ? []
      : [
          `  6. Open ${otherPortal}, sign in as Amara Okafor there too, and connect: both institutions write to one record,`,
          '     and neither sees anything of the other.',
        ]),
  ];
}

/** Short where it lies below the folder that npm runs in. */
function shown(file: string): string {
  const relative = path.relative(process.cwd(), file);
  return quoted(relative.startsWith('..') ? file : relative);
}

function peopleIn(folder: string, idp: string): string[] {
  const { people } = contentOf(folder, idp) as { people: Person[] };
  return people.map(({ displayName, situation }) => `  ${displayName.padEnd(20)} ${situation}`);
}

function institutionIn(folder: string, name: string): Named {
  return contentOf(folder, name) as Named;
}

function contentOf(folder: string, name: string): unknown {
  return JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
}
