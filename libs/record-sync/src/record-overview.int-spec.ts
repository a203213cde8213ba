import { anEmploymentContent } from '@ligature/persistence/testing';
import { RecordOverview } from './record-overview.ts';
import { RecordPlans } from './record-plans.ts';
import { type Connected, created, SyncFixture } from './testing/sync-fixture.ts';

const BY = 'Ada Admin';

describe('what a person sees of their record', () => {
  let fixture: SyncFixture;

  beforeAll(async () => {
    fixture = await SyncFixture.start({ HOLD_ABOVE_STEPS: '0', HOLD_ABOVE_PERCENT: '0' });
  });

  beforeEach(() => fixture.reset());

  afterAll(() => fixture.stop());

  const seen = async ({ institution, connection }: Connected) => {
    const items = await fixture.app.request(() => fixture.app.get(RecordOverview).of(institution, connection));
    return items.map(({ section, state, stated, isPermitted, change }) => [
      section,
      state,
      ...(stated === 'today' ? [] : [stated]),
      ...(isPermitted ? [] : ['not permitted']),
      change,
    ]);
  };

  const written = async (): Promise<Connected> => {
    const person = await fixture.someone({});
    fixture.orcid.willAnswer(created(1));
    await fixture.sync(person);
    return person;
  };

  const decide = ({ institution }: Connected, verb: 'release' | 'reject') =>
    fixture.app.request(async () => {
      const plans = fixture.app.get(RecordPlans);
      const { fingerprint = '' } = (await plans.held(institution.id)) ?? {};
      return plans[verb](institution.id, { by: BY, seen: fingerprint });
    });

  it('is due until it is written, then nothing changes', async () => {
    const person = await fixture.someone({});
    expect(await seen(person)).toEqual([['employment', 'wanted', 'due']]);
    fixture.orcid.willAnswer(created(1));
    await fixture.sync(person);
    expect(await seen(person)).toEqual([['employment', 'present', 'none']]);
  });

  it('has a removal that is held, until somebody releases it', async () => {
    const person = await written();
    await fixture.assert(person, `starts = '2030-01-01'`);
    await fixture.sync(person);
    expect(await seen(person)).toEqual([['employment', 'present', 'later', 'held']]);
    await decide(person, 'release');
    expect(await seen(person)).toEqual([['employment', 'present', 'later', 'due']]);
  });

  it('has a change that somebody rejected, and says so instead of promising it', async () => {
    const person = await written();
    await fixture.assert(person, `starts = '2030-01-01'`);
    await fixture.sync(person);
    await decide(person, 'reject');
    await fixture.sync(person);
    expect(await seen(person)).toEqual([['employment', 'present', 'later', 'rejected']]);
  });

  it('has what is no longer stated, as it stands', async () => {
    const person = await written();
    await fixture.assert(person, `withdrawn_at = now()`);
    await fixture.sync(person);
    expect(await seen(person)).toEqual([['employment', 'present', 'no-longer', 'held']]);
  });

  it('is shown as it stands while a change of it is held', async () => {
    const person = await fixture.someone({ content: anEmploymentContent({ role: 'Lecturer', department: 'Physics' }) });
    fixture.orcid.willAnswer(created(1));
    await fixture.sync(person);
    await fixture.assert(person, `content = content - 'department'`);
    await fixture.sync(person);
    const { institution, connection } = person;
    const items = await fixture.app.request(() => fixture.app.get(RecordOverview).of(institution, connection));
    expect(items).toMatchObject([{ change: 'held', content: { department: 'Physics' } }]);
  });

  it('has what the permission does not cover once, as it stands', async () => {
    const person = await written();
    await fixture.sql(`update connection set scopes = '{/read-limited}' where id = ?`, person.connection.id);
    person.connection.scopes = ['/read-limited'];
    expect(await seen(person)).toEqual([['employment', 'present', 'not permitted', 'none']]);
  });
});
