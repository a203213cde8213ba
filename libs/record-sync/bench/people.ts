import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { US } from '@ligature/orcid-client/testing';
import { Secret } from '@ligature/orcid-model';
import { anOrcidId } from '@ligature/orcid-model/testing';
import { type Institution, type OrcidClient, TokenVault } from '@ligature/persistence';
import { aConnection, aPerson, aStaffId, type TestModule } from '@ligature/persistence/testing';

const HEADER = 'staff id,job id,organization name,city,country,ror id,department,role,start date';

export interface Jobs {
  readonly people: number;
  readonly jobsEach: number;
}

/** What the local ORCID is told of them before it starts: all have given their permission. */
export function atOrcid({ people }: Jobs): object {
  const numbers = Array.from({ length: people }, (_, at) => at);
  return {
    limits: { logEntries: 100_000 },
    people: numbers.map((at) => ({ orcid: anOrcidId(at), email: `p${at}@example.org`, givenNames: 'Ada' })),
    tokens: numbers.map((at) => ({
      accessToken: `token-${at}`,
      client: US.clientId,
      person: anOrcidId(at),
      scopes: ['/read-limited', '/activities/update'],
    })),
  };
}

/** Connects them as a sign-in would have. @returns the ids of their connections */
export async function connect(
  app: TestModule,
  institution: Institution,
  client: OrcidClient,
  { people }: Jobs,
): Promise<string[]> {
  const vault = app.get(TokenVault);
  const ids: string[] = [];
  for (let at = 0; at < people; at++) {
    const person = aPerson(institution);
    const connection = aConnection(person, client, { orcid: anOrcidId(at) });
    const { id: row, orcid, environment } = connection;
    const context = { table: 'connection', row, owner: person.id, orcid, environment } as const;
    connection.accessToken = await vault.seal(new Secret('access-token', `token-${at}`), context);
    await app.store(person, aStaffId(person, `s${at}`), connection);
    ids.push(row);
  }
  return ids;
}

/** The rows of an HR export: all their jobs. @param roleOf each job by its number */
export function rowsOf({ people, jobsEach }: Jobs, roleOf: (job: number) => string): string[] {
  const place = 'Example University,Pasadena,US,https://ror.org/05dxps055,Library';
  return Array.from({ length: people * jobsEach }, (_, job) =>
    [`s${job % people}`, `j${job}`, place, roleOf(job), '2021-03-01'].join(','),
  );
}

export async function withExport<T>(rows: readonly string[], use: (file: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ligature-bench-export-'));
  const file = path.join(folder, 'hr-export.csv');
  writeFileSync(file, [HEADER, ...rows, ''].join('\n'));
  try {
    return await use(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
