import { InstitutionRepository, TaskRunRepository } from '@ligature/persistence';
import { anInstitution, TestModule } from '@ligature/persistence/testing';
import { Clock } from '@ligature/runtime';
import { StoppedClock } from '@ligature/runtime/testing';
import { TaskRuns } from './task-runs.ts';

const START = '2026-03-01T02:00:00.000Z';
const END = '2026-03-01T02:05:00.000Z';

describe('a run of a task', () => {
  const clock = new StoppedClock(START);
  let app: TestModule;

  beforeAll(async () => {
    app = await TestModule.start({ providers: [Clock, TaskRuns], clock });
  });
  afterAll(() => app.close());

  const run = async (work: (institutionId: string) => Promise<string>) => {
    clock.moveTo(START);
    const institution = anInstitution();
    await app.store(institution);
    const asked = { institutionId: institution.id, task: 'end-dates', askedBy: 'clock' } as const;
    const outcome = await app
      .request(() => app.get(TaskRuns).record(asked, () => work(institution.id)))
      .catch((error: unknown) => (error as Error).message);
    const stored = await app.request(() => app.get(TaskRunRepository).latest(institution.id));
    return { outcome, stored };
  };

  it('is kept with its times and its line of result', async () => {
    const { outcome, stored } = await run(() => {
      clock.moveTo(END);
      return Promise.resolve('3 records to bring up to date');
    });
    expect(outcome).toBe('3 records to bring up to date');
    expect(stored).toMatchObject([
      { task: 'end-dates', askedBy: 'clock', startedAt: new Date(START), endedAt: new Date(END), result: outcome },
    ]);
    expect(stored[0]?.failure ?? null).toBeNull();
  });

  it('is kept with the reason when it fails, and fails all the same', async () => {
    const { outcome, stored } = await run(() => Promise.reject(new Error('The export was refused.')));
    expect(outcome).toBe('The export was refused.');
    expect(stored).toMatchObject([{ failure: outcome, endedAt: new Date(START), result: null }]);
  });

  it('is there while it runs, without an end', async () => {
    let seen: unknown;
    await run(async (institutionId) => {
      seen = await app.request(() => app.get(TaskRunRepository).latest(institutionId));
      return 'done';
    });
    expect(seen).toMatchObject([{ task: 'end-dates', startedAt: new Date(START), endedAt: null }]);
  });

  it('stores nothing but itself when the work left something unfinished', async () => {
    const { outcome } = await run(async (institutionId) => {
      const institution = await app.get(InstitutionRepository).get(institutionId);
      institution.name = 'half done';
      throw new Error('It broke off.');
    });
    expect(outcome).toBe('It broke off.');
    const all = await app.request(() => app.get(InstitutionRepository).all());
    expect(all.map(({ name }) => name)).not.toContain('half done');
  });
});
