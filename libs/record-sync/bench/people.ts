import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { US } from '@ligature/orcid-client/testing';
import { type Scope, Secret } from '@ligature/orcid-model';
import { anOrcidId } from '@ligature/orcid-model/testing';
import { type Institution, type OrcidClient, TokenVault } from '@ligature/persistence';
import { aConnection, aPerson, aStaffId, type TestModule } from '@ligature/persistence/testing';

const HEADER = 'staff id,job id,organization name,city,country,ror id,department,role,start date';

/** So many people, counted from the first: each has a number of their own. */
export interface People {
  readonly first: number;
  readonly people: number;
}

export interface Jobs extends People {
  readonly jobsEach: number;
}

/** What the local ORCID is told of so many people before it starts: all have given their permission. */
export function atOrcid(people: number): object {
  const numbers = Array.from({ length: people }, (_, at) => at);
  return {
    limits: { logEntries: 100_000 },
    people: numbers.map((at) => ({ orcid: anOrcidId(at), email: `p${at}@example.org`, givenNames: 'Ada' })),
    tokens: numbers.map((at) => ({
      accessToken: `token-${at}`,
      client: US.clientId,
      person: anOrcidId(at),
      scopes: SCOPES,
    })),
  };
}

const SCOPES: readonly Scope[] = ['/read-limited', '/activities/update', '/person/update'];

/** Connects them as a sign-in would have. @returns the ids of their connections */
export async function connect(
  app: TestModule,
  institution: Institution,
  client: OrcidClient,
  { first, people }: People,
): Promise<string[]> {
  const vault = app.get(TokenVault);
  const ids: string[] = [];
  for (let at = first; at < first + people; at++) {
    const person = aPerson(institution);
    const connection = aConnection(person, client, { orcid: anOrcidId(at) });
    const { id: row, orcid, environment } = connection;
    const context = { table: 'connection', row, owner: person.id, orcid, environment } as const;
    connection.scopes = [...SCOPES];
    connection.accessToken = await vault.seal(new Secret('access-token', `token-${at}`), context);
    await app.store(person, aStaffId(person, `s${at}`), connection);
    ids.push(row);
  }
  return ids;
}

/** The rows of an HR export: all their jobs. @param roleOf each job by its number */
export function rowsOf({ first, people, jobsEach }: Jobs, roleOf: (job: number) => string): string[] {
  const place = 'Example University,Pasadena,US,https://ror.org/05dxps055,Library';
  return Array.from({ length: people * jobsEach }, (_, job) =>
    [`s${first + (job % people)}`, `j${job}`, place, roleOf(job), '2021-03-01'].join(','),
  );
}

/** A file on disk for as long as it is used. */
export async function withFile<T>(
  name: string,
  lines: readonly string[],
  use: (file: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ligature-bench-'));
  const file = path.join(folder, name);
  writeFileSync(file, [...lines, ''].join('\n'));
  try {
    return await use(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function withExport<T>(rows: readonly string[], use: (file: string) => Promise<T>): Promise<T> {
  return withFile('hr-export.csv', [HEADER, ...rows], use);
}
