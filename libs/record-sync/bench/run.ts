import { orcidConfigs } from '@ligature/connections';
import { SandboxProcess, US } from '@ligature/orcid-client/testing';
import { FeedFile, ItemsFile, ItemsImport, PeopleImport } from '@ligature/assertions';
import { ALL_SECTIONS } from '@ligature/orcid-model';
import { type Institution, JobQueue, type OrcidClient, OrcidClientRepository } from '@ligature/persistence';
import { anInstitution, anOrcidClient, changeJobs, multiplyPeople, TestModule } from '@ligature/persistence/testing';
import { RecordCheck, RecordSweep, RecordSyncConfig, RecordSyncModule, SyncRecord } from '../dist/index.js';
import { startPostgres } from './environment.mjs';
import { mixedLines, OTHERS } from './mixed-items.ts';
import { measureSweep } from './record-sweep.ts';
import { atOrcid, connect, type Jobs, type People, rowsOf, withExport, withFile } from './people.ts';

/** `node bench/run.ts`: prints the results as Markdown; needs a build of the workspace. */
const JOBS: Jobs = { first: 0, people: 250, jobsEach: 4 };
const ALL = JOBS.people * JOBS.jobsEach;
const MIXED: People = { first: JOBS.people, people: 50 };
const WORKS_EACH = 100;
/** One more, with two jobs, of whom a large institution is made. */
const ONE: Jobs = { first: JOBS.people + MIXED.people, people: 1, jobsEach: 2 };
const MANY = 100_000;

const print = (text: string): void => void process.stdout.write(`${text}\n`);
const row = (...cells: (string | number)[]): void => {
  print(`| ${cells.join(' | ')} |`);
};

const [orcid, stopPostgres] = [
  await SandboxProcess.start(atOrcid(JOBS.people + MIXED.people + ONE.people)),
  await startPostgres(),
];
const app = await TestModule.start({
  imports: [RecordSyncModule],
  configs: [...orcidConfigs, RecordSyncConfig],
  env: { ...orcid.env, ITEM_ID_KEY: Buffer.alloc(32, 7).toString('base64') },
});

async function anInstitutionAtOrcid(): Promise<{ institution: Institution; client: OrcidClient }> {
  const institution = anInstitution();
  Object.assign(institution, { feed: { ...institution.feed, items: { sections: ALL_SECTIONS } } });
  await app.store(institution);
  const client = anOrcidClient(institution, US.clientId);
  await app.get(OrcidClientRepository).keepSecret(client, institution.orcidEnvironment, US.clientSecret);
  await app.store(client);
  return { institution, client };
}

/** What an institution does each night with its export. @returns how many records were worked on */
async function night(institution: Institution, rows: readonly string[]): Promise<number> {
  const outcome = await withExport(rows, (file) =>
    app.request(() => app.get(PeopleImport).import(institution, new FeedFile(file))),
  );
  if (outcome.kind !== 'imported') throw new Error(`The export was ${outcome.kind}.`);
  return syncDue(institution);
}

async function takeItems(institution: Institution, lines: readonly string[]): Promise<number> {
  const outcome = await withFile('items.ndjson', lines, (file) =>
    app.request(() => app.get(ItemsImport).import(institution, new ItemsFile(file), { again: true })),
  );
  if (outcome.kind !== 'imported' || outcome.report.counts.refused > 0) throw new Error('The items were refused.');
  return syncDue(institution);
}

async function syncDue(institution: Institution): Promise<number> {
  await app.request(() => app.get(RecordSweep).syncDue(institution));
  const records = new Set<string>();
  await app.get(JobQueue).drain('sync-record', ({ connectionId }) => {
    records.add(connectionId);
    return app.request(() => app.get(SyncRecord).run(connectionId));
  });
  return records.size;
}

async function forEach(connections: readonly string[], work: (connectionId: string) => Promise<void>): Promise<number> {
  for (const id of connections) await app.request(() => work(id));
  return connections.length;
}

interface Calls {
  readonly records: number;
  readonly reads: number;
  /** Writes of works, and of anything else. */
  readonly works: number;
  readonly others: number;
}

/** Counts the calls that came to ORCID. */
async function counted(work: () => Promise<number>): Promise<Calls> {
  await orcid.calls();
  const records = await work();
  const calls = await orcid.calls();
  const failed = calls.filter(({ status }) => status > 299).length;
  if (failed > 0) throw new Error(`${failed} calls failed.`);
  const reads = calls.filter(({ method }) => method === 'GET').length;
  const works = calls.filter(({ method, url }) => method !== 'GET' && /\/works?(\/|$)/.test(url)).length;
  return { records, reads, works, others: calls.length - reads - works };
}

async function measure(what: string, items: number, work: () => Promise<number>): Promise<void> {
  const { records, reads, works, others } = await counted(work);
  row(what, items, records, reads, works + others);
}

/** @param changed how many works, and how many other items, are new or have changed */
async function measureMixed(
  what: string,
  changed: { readonly works: number; readonly others: number },
  work: () => Promise<number>,
): Promise<void> {
  const { records, reads, works, others } = await counted(work);
  const each = (calls: number, items: number): string => (items === 0 ? String(calls) : (calls / items).toFixed(2));
  row(what, changed.others, changed.works, records, reads, each(others, changed.others), each(works, changed.works));
}

async function measureJobs(): Promise<void> {
  const { institution, client } = await anInstitutionAtOrcid();
  const connections = await connect(app, institution, client, JOBS);
  print(`# Keeping records true

From a feed through the queue to the local ORCID of \`apps/orcid-sandbox\`, all of it the product's own code. Counted is what the local ORCID was
asked. Aim: one write for each item that is new or has changed, a hundredth of one for each new work, one read for each record on which something is
created, and no call at all for an item that has not changed.

## Employments from an HR export

${ALL.toLocaleString('en')} employments of ${JOBS.people} people.
`);
  row('the export says', 'items new or changed', 'records worked on', 'reads', 'writes');
  row('---', '---:', '---:', '---:', '---:');
  const rows = rowsOf(JOBS, () => 'Lecturer');
  await measure('all jobs for the first time', ALL, () => night(institution, rows));
  await measure('the same, in another order', 0, () => night(institution, rows.toReversed()));
  await measure('nothing; every record is gone through all the same', 0, () =>
    forEach(connections, (id) => app.get(SyncRecord).run(id)),
  );
  await measure('another role in one job of ten', ALL / 10, () =>
    night(
      institution,
      rowsOf(JOBS, (job) => (job % 10 === 0 ? 'Professor' : 'Lecturer')),
    ),
  );
  await measure('nothing; each permission is checked, with a look at what its owner removed', 0, () =>
    forEach(connections, (id) => app.get(RecordCheck).check(id)),
  );
}

async function measureMixedRecords(): Promise<void> {
  const { institution, client } = await anInstitutionAtOrcid();
  const connections = await connect(app, institution, client, MIXED);
  const [works, others] = [MIXED.people * WORKS_EACH, MIXED.people * OTHERS];
  print(`
## Every section, from items files

${MIXED.people} people, each with ${WORKS_EACH} works and one item of each of the ${OTHERS} other sections: ${(works + others).toLocaleString('en')} items.
The last two columns are writes for each item that is new or has changed; where none is, all writes there were.
`);
  row('the items file says', 'other items', 'works', 'records worked on', 'reads', 'writes an item', 'writes a work');
  row('---', '---:', '---:', '---:', '---:', '---:', '---:');
  const lines = mixedLines(MIXED, WORKS_EACH, () => '');
  await measureMixed('all items for the first time', { works, others }, () => takeItems(institution, lines));
  await measureMixed('the same, in another order', { works: 0, others: 0 }, () =>
    takeItems(institution, lines.toReversed()),
  );
  await measureMixed('nothing; every record is gone through all the same', { works: 0, others: 0 }, () =>
    forEach(connections, (id) => app.get(SyncRecord).run(id)),
  );
  await measureMixed('another title of one work in a hundred', { works: works / 100, others: 0 }, () =>
    takeItems(
      institution,
      mixedLines(MIXED, WORKS_EACH, (work) => (work === 7 ? ' (corrected)' : '')),
    ),
  );
  await measureMixed(
    'nothing; each permission is checked, with a look at what its owner removed',
    { works: 0, others: 0 },
    () => forEach(connections, (id) => app.get(RecordCheck).check(id)),
  );
}

async function measureSweeps(): Promise<void> {
  const { institution, client } = await anInstitutionAtOrcid();
  const [connection = ''] = await connect(app, institution, client, ONE);
  await night(
    institution,
    rowsOf(ONE, () => 'Lecturer'),
  );
  await multiplyPeople(app, connection, MANY);
  print(`
## The nightly sweep

${MANY.toLocaleString('en')} people, each with two jobs on their record. The sweep finds out whose record is not as wanted today and adds a job for each of them;
the floor is one statement that reads the same rows and compares two texts of each. Middle of three. Aim: less than 3 s where there is nothing to do.
`);
  row('to do', 'records found', 'time', 'floor', 'ratio');
  row('---', '---:', '---:', '---:', '---:');
  for (const changed of [0, MANY / 100]) {
    await changeJobs(app, changed);
    const { due, milliseconds, floorMs } = await measureSweep(app, institution);
    if (due !== changed) throw new Error(`${due} records were found, and ${changed} have changed.`);
    const [time, floor] = [milliseconds, floorMs].map((some) => `${(some / 1000).toFixed(2)} s`);
    row(
      changed === 0 ? 'nothing' : 'a change for one in a hundred',
      due,
      time ?? '',
      floor ?? '',
      (milliseconds / floorMs).toFixed(1),
    );
  }
}

try {
  await measureJobs();
  await measureMixedRecords();
  await measureSweeps();
} finally {
  await app.close();
  await Promise.all([orcid.stop(), stopPostgres()]);
}
