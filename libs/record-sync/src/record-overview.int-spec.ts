import { anEmploymentContent } from '@ligature/persistence/testing';
import { RecordOverview } from './record-overview.ts';
import { RecordPlans } from './record-plans.ts';
import { type Connected, created, orcidError, SyncFixture } from './testing/sync-fixture.ts';

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

  const overviewOf = ({ institution, connection }: Connected) =>
    fixture.app.request(() => fixture.app.get(RecordOverview).of(institution, connection));

  it('has the old value that stands and the new one that ORCID refused, and forgets that when the old one is stated again', async () => {
    const person = await fixture.someone({ content: anEmploymentContent({ role: 'Lecturer' }) });
    fixture.orcid.willAnswer(created(1));
    await fixture.sync(person);
    await fixture.assert(person, `content = jsonb_set(content, '{role}', '"Professor"')`);
    fixture.orcid.willAnswer(orcidError(400, 9045, 'No such organisation.'));
    await fixture.sync(person);
    expect(await overviewOf(person)).toMatchObject([
      {
        content: { role: 'Lecturer' },
        isStanding: true,
        proposed: { role: 'Professor' },
        change: 'none',
        refusal: { cause: 'organization-unknown', message: 'No such organisation.', isFinal: true },
      },
    ]);
    await fixture.assert(person, `content = jsonb_set(content, '{role}', '"Lecturer"')`);
    expect(await overviewOf(person)).toMatchObject([{ proposed: null, change: 'none', refusal: null }]);
  });

  it('takes what was refused for over as soon as something else is stated', async () => {
    const person = await fixture.someone({});
    fixture.orcid.willAnswer(orcidError(400, 9049, 'No such day.'));
    await fixture.sync(person);
    expect(await overviewOf(person)).toMatchObject([
      { isStanding: false, state: 'wanted', change: 'none', refusal: { cause: 'date-invalid' } },
    ]);
    await fixture.assert(person, `content = jsonb_set(content, '{role}', '"Professor"')`);
    expect(await overviewOf(person)).toMatchObject([{ state: 'wanted', change: 'due', refusal: null }]);
  });

  it('has an item whose last write was not answered in the time that a call takes', async () => {
    const person = await fixture.someone({});
    fixture.orcid.willAnswer({ status: 500, body: {} });
    await fixture.sync(person).catch(() => undefined);
    expect(await overviewOf(person)).toMatchObject([{ isUnanswered: false }]);
    fixture.clock.moveTo('2026-03-01T12:02:01Z');
    expect(await overviewOf(person)).toMatchObject([{ isUnanswered: true }]);
  });

  it('has what stands and is no longer stated also where the permission no longer covers it', async () => {
    const person = await written();
    await fixture.assert(person, `withdrawn_at = now()`);
    await fixture.sql(`update connection set scopes = '{/read-limited}' where id = ?`, person.connection.id);
    person.connection.scopes = ['/read-limited'];
    expect(await seen(person)).toEqual([['employment', 'present', 'no-longer', 'not permitted', 'none']]);
  });

  it('has the row of the feed that each item comes from, stated or not', async () => {
    const person = await fixture.someone({ rowKey: 'stays', personKey: '77' }, { rowKey: 'goes', personKey: '77' });
    fixture.orcid.willAnswer(created(1), created(2));
    await fixture.sync(person);
    await fixture.sql(
      `update assertion set withdrawn_at = now() where person_id = ? and row_key = 'goes'`,
      person.person.id,
    );
    const origins = (await overviewOf(person)).map(({ stated, origin }) => [stated, origin]);
    expect(origins).toEqual([
      ['today', { feed: 'hr', personKey: '77', rowKey: 'stays' }],
      ['no-longer', { feed: 'hr', personKey: '77', rowKey: 'goes' }],
    ]);
  });

  it('foresees what would be written today and what later, each as it will begin, of a person who never connected', async () => {
    const { institution, person } = await fixture.someone(
      { rowKey: 'now', starts: '2021-03-01', ends: '2026-02-28' },
      { rowKey: 'later', starts: '2026-10', ends: '2027-01-31' },
    );
    const calls = fixture.orcid.seen.length;
    const { today, later } = await fixture.app.request(() =>
      fixture.app.get(RecordOverview).foreseen(institution, person.id),
    );
    expect(today.map(({ content }) => content)).toMatchObject([
      { start: { year: 2021, month: 3, day: 1 }, end: { year: 2026, month: 2, day: 28 } },
    ]);
    expect(later.map(({ content }) => content)).toMatchObject([{ start: { year: 2026, month: 10 } }]);
    expect(later[0]?.content).not.toHaveProperty('end');
    expect(fixture.orcid.seen).toHaveLength(calls);
  });
});
