import { OrcidClientConfig } from '@ligature/orcid-client';
import { SandboxProcess, US } from '@ligature/orcid-client/testing';
import { FeedFile, PeopleImport } from '@ligature/assertions';
import { JobQueue, OrcidClientRepository } from '@ligature/persistence';
import { anInstitution, anOrcidClient, TestModule } from '@ligature/persistence/testing';
import { RecordCheck, RecordSweep, RecordSyncConfig, RecordSyncModule, SyncRecord } from '../dist/index.js';
import { startPostgres } from './environment.mjs';
import { atOrcid, connect, type Jobs, rowsOf, withExport } from './people.ts';

/** `node bench/run.ts`: prints the results as Markdown; needs a build of the workspace. */
const JOBS: Jobs = { people: 250, jobsEach: 4 };
const ALL = JOBS.people * JOBS.jobsEach;

const print = (text: string): void => void process.stdout.write(`${text}\n`);
const row = (...cells: (string | number)[]): void => {
  print(`| ${cells.join(' | ')} |`);
};

const [orcid, stopPostgres] = [await SandboxProcess.start(atOrcid(JOBS)), await startPostgres()];
const app = await TestModule.start({
  imports: [RecordSyncModule],
  configs: [OrcidClientConfig, RecordSyncConfig],
  env: { ...orcid.env, ITEM_ID_KEY: Buffer.alloc(32, 7).toString('base64') },
});
const institution = anInstitution();
await app.store(institution);
const client = anOrcidClient(institution, US.clientId);
await app.get(OrcidClientRepository).keepSecret(client, institution.orcidEnvironment, US.clientSecret);
await app.store(client);
const connections = await connect(app, institution, client, JOBS);

/** What the institution does each night with its export. @returns how many records were worked on */
async function night(rows: readonly string[]): Promise<number> {
  const outcome = await withExport(rows, (file) =>
    app.request(() => app.get(PeopleImport).import(institution, new FeedFile(file))),
  );
  if (outcome.kind !== 'imported') throw new Error(`The export was ${outcome.kind}.`);
  await app.request(() => app.get(RecordSweep).syncDue(institution));
  return drain();
}

function drain(): Promise<number> {
  return app
    .get(JobQueue)
    .drain('sync-record', ({ connectionId }) => app.request(() => app.get(SyncRecord).run(connectionId)));
}

async function forEach(work: (connectionId: string) => Promise<void>): Promise<number> {
  for (const id of connections) await app.request(() => work(id));
  return connections.length;
}

/** Counts the calls that came to ORCID, and prints them. */
async function measure(what: string, items: number, work: () => Promise<number>): Promise<void> {
  await orcid.calls();
  const records = await work();
  const calls = await orcid.calls();
  const reads = calls.filter(({ method }) => method === 'GET').length;
  const failed = calls.filter(({ status }) => status > 299).length;
  if (failed > 0) throw new Error(`${failed} calls failed.`);
  row(what, items, records, reads, calls.length - reads);
}

print(`# Keeping records true

${ALL.toLocaleString('en')} employments of ${JOBS.people} people: from an HR export through the queue to the local ORCID of \`apps/orcid-sandbox\`, all of it the
product's own code. Counted is what the local ORCID was asked.
Aim: one write for each item that is new or has changed, and no call at all for one that has not.
`);
row('the export says', 'items new or changed', 'records worked on', 'reads', 'writes');
row('---', '---:', '---:', '---:', '---:');
try {
  const rows = rowsOf(JOBS, () => 'Lecturer');
  await measure('all jobs for the first time', ALL, () => night(rows));
  await measure('the same, in another order', 0, () => night(rows.toReversed()));
  await measure('nothing; every record is gone through all the same', 0, () =>
    forEach((id) => app.get(SyncRecord).run(id)),
  );
  await measure('another role in one job of ten', ALL / 10, () =>
    night(rowsOf(JOBS, (job) => (job % 10 === 0 ? 'Professor' : 'Lecturer'))),
  );
  await measure('nothing; each permission is checked, with a look at what its owner removed', 0, () =>
    forEach((id) => app.get(RecordCheck).check(id)),
  );
} finally {
  await app.close();
  await Promise.all([orcid.stop(), stopPostgres()]);
}
