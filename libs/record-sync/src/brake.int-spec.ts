import { anInstitution } from '@ligature/persistence/testing';
import { RecordPlans } from './record-plans.ts';
import { type Connected, created, deleted, ok, SyncFixture } from './testing/sync-fixture.ts';

describe('the brake', () => {
  let fixture: SyncFixture;

  beforeAll(async () => {
    fixture = await SyncFixture.start();
  });

  beforeEach(() => fixture.reset());

  afterAll(() => fixture.stop());

  /** An institution with so many people, each with one item on their record. */
  const peopleWithItems = async (
    count: number,
    given: Parameters<SyncFixture['institution']>[0] = {},
  ): Promise<Connected[]> => {
    const tenant = await fixture.institution(given);
    const people: Connected[] = [];
    for (let at = 0; at < count; at++) {
      const person = await fixture.someoneOf(tenant, {});
      fixture.orcid.willAnswer(created(1000 + at));
      await fixture.sync(person);
      people.push(person);
    }
    fixture.orcid.seen.splice(0);
    return people;
  };
  const change = async (people: readonly Connected[], set: string) => {
    for (const person of people) await fixture.assert(person, set);
  };
  const syncAll = async (people: readonly Connected[]) => {
    for (const person of people) await fixture.sync(person);
  };
  const plans = () => fixture.app.get(RecordPlans);
  const held = ([person]: readonly Connected[]) => fixture.app.request(() => plans().held(person!.institution.id));
  const decide = async (what: 'release' | 'reject', people: readonly Connected[], seen?: string) => {
    const decision = { by: 'Rita', seen: seen ?? (await held(people))?.fingerprint ?? '' };
    return fixture.app.request(() => plans()[what](people[0]!.institution.id, decision));
  };
  const STARTS_LATER = `starts = '2062-01-01'`;
  const NO_ROLE = `content = content - 'role'`;

  it('lets little through', async () => {
    const people = await peopleWithItems(5);
    await change(people.slice(0, 3), STARTS_LATER);
    expect(await fixture.sweep(people[0]!)).toMatchObject({ due: 3, held: 0 });
    fixture.orcid.willAnswer(deleted, deleted, deleted);
    await syncAll(people);
    expect(fixture.calls()).toHaveLength(3);
    expect(await held(people)).toBeNull();
  });

  it('counts what a feed took back as removed', async () => {
    const people = await peopleWithItems(5);
    await change(people.slice(0, 4), 'withdrawn_at = now()');
    expect(await fixture.sweep(people[0]!)).toMatchObject({ due: 0, held: 4 });
    expect(await held(people)).toMatchObject({ steps: 4, risks: { removed: 4 } });
  });

  it('holds much as one plan, of which nothing is done until somebody releases it', async () => {
    const people = await peopleWithItems(5);
    await change(people.slice(0, 4), STARTS_LATER);
    expect(await fixture.sweep(people[0]!)).toMatchObject({ due: 0, held: 4 });
    await syncAll(people);
    expect(fixture.calls()).toEqual([]);
    expect(await held(people)).toMatchObject({ steps: 4, people: 4, risks: { 'starts-later': 4 }, limit: 3 });

    await decide('release', people);
    fixture.orcid.willAnswer(deleted, deleted, deleted, deleted);
    await syncAll(people);
    expect(fixture.calls()).toHaveLength(4);
    expect(await held(people)).toBeNull();
  });

  it('decides what was seen, and nothing when another plan is held by then', async () => {
    const people = await peopleWithItems(6);
    await change(people.slice(0, 4), NO_ROLE);
    await fixture.sweep(people[0]!);
    const seen = (await held(people))!.fingerprint;
    await change(people, `content = content - 'role' - 'department'`);
    await fixture.sweep(people[0]!);
    expect(await decide('release', people, seen)).toMatchObject({ kind: 'changed', held: { steps: 6 } });
    expect(await decide('reject', people, seen)).toMatchObject({ kind: 'changed' });
    expect(await decide('release', people)).toEqual({ kind: 'decided', records: 6 });
    expect(await decide('release', people)).toEqual({ kind: 'nothing-held' });
  });

  it('asks again for what was released, not written, and taken back by the feed in between', async () => {
    const people = await peopleWithItems(5);
    await change(people.slice(0, 4), NO_ROLE);
    await fixture.sweep(people[0]!);
    await decide('release', people);
    await change(people.slice(0, 4), `content = content || '{"role": "Researcher"}'`);
    await fixture.sweep(people[0]!);
    await change(people.slice(0, 4), NO_ROLE);
    expect(await fixture.sweep(people[0]!)).toMatchObject({ due: 0, held: 4 });
  });

  it('shows step by step what a plan would do', async () => {
    const people = await peopleWithItems(4);
    await change(people, NO_ROLE);
    await fixture.sweep(people[0]!);
    const steps = await fixture.app.request(() => plans().steps(people[0]!.institution.id));
    expect(steps).toHaveLength(4);
    expect(steps[0]).toMatchObject({ section: 'employment', action: 'update', risk: 'erased', putCode: '1000' });
  });

  it('holds a fifth of six items and more, however few that is', async () => {
    const people = await peopleWithItems(6);
    await change(people.slice(0, 2), NO_ROLE);
    expect(await fixture.sweep(people[0]!)).toMatchObject({ due: 0, held: 2 });
  });

  it('counts a whole day together, and not the day before', async () => {
    const people = await peopleWithItems(5);
    await change(people.slice(0, 3), NO_ROLE);
    await fixture.sweep(people[0]!);
    fixture.orcid.willAnswer(ok, ok, ok);
    await syncAll(people);
    await change(people.slice(3, 4), NO_ROLE);
    expect(await fixture.sweep(people[0]!)).toMatchObject({ due: 0, held: 1 });
    fixture.clock.moveTo('2026-03-02T12:00:01Z');
    await change(people.slice(3, 4), `content = content - 'role' - 'department'`);
    expect(await fixture.sweep(people[0]!)).toMatchObject({ due: 1, held: 0 });
  });

  it('does nothing of a rejected plan, and does not ask the same again', async () => {
    const people = await peopleWithItems(5);
    await change(people, NO_ROLE);
    await fixture.sweep(people[0]!);
    await decide('reject', people);
    expect(await fixture.sweep(people[0]!)).toMatchObject({ due: 0, held: 0 });
    expect(await held(people)).toBeNull();
    await syncAll(people);
    expect(fixture.calls()).toEqual([]);
  });

  it('does what was rejected when the feed has said something else in between', async () => {
    const people = await peopleWithItems(5);
    await change(people, 'withdrawn_at = now()');
    await fixture.sweep(people[0]!);
    await decide('reject', people);
    await change(people, 'withdrawn_at = null');
    await fixture.sweep(people[0]!);
    await change(people.slice(0, 1), 'withdrawn_at = now()');
    expect(await fixture.sweep(people[0]!)).toMatchObject({ due: 1, held: 0 });
    fixture.orcid.willAnswer(deleted);
    await syncAll(people);
    expect(fixture.calls()).toEqual(['DELETE /employment/1000']);
  });

  it('forgets what it holds when the feed is right again', async () => {
    const people = await peopleWithItems(5);
    await change(people, STARTS_LATER);
    await fixture.sweep(people[0]!);
    await change(people, `starts = '2021-03-01'`);
    expect(await fixture.sweep(people[0]!)).toMatchObject({ due: 0, held: 0 });
    expect(await held(people)).toBeNull();
  });

  it('lets a correction of one of them through, however many it concerns', async () => {
    const people = await peopleWithItems(6);
    await change(people, `content = content || '{"role": "Judge"}'`);
    expect(await fixture.sweep(people[0]!)).toMatchObject({ due: 6, held: 0 });
  });

  it('never holds new items, nor ends that were stated ahead', async () => {
    const people = await peopleWithItems(6);
    await change(people, `ends = '2026-03-02'`);
    fixture.clock.moveTo('2026-03-03T12:00:00Z');
    expect(await fixture.sweep(people[0]!)).toMatchObject({ due: 6, held: 0 });
  });

  it.each([
    ['an erased department', `content = content - 'department'`, 'erased'],
    ['an erased start', `starts = null`, 'erased'],
    [
      'another role and start at once',
      `starts = '2019-01-01', content = content || '{"role": "Judge"}'`,
      'another-job',
    ],
    ['an end that lies long ago', `ends = '2022-01-01'`, 'ended-long-ago'],
  ])('counts %s', async (_, set, risk) => {
    const people = await peopleWithItems(4);
    await change(people, set);
    expect(await fixture.sweep(people[0]!)).toMatchObject({ due: 0, held: 4 });
    expect(await held(people)).toMatchObject({ risks: { [risk]: 4 } });
  });

  it('counts ends that nobody stated, of jobs that an export no longer lists, as a wave of its own kind', async () => {
    const people = await peopleWithItems(4, { feed: { ...anInstitution().feed, absentMeans: 'ended' } });
    await change(people, `absent_since = '2026-02-28'`);
    expect(await fixture.sweep(people[0]!)).toMatchObject({ due: 0, held: 4 });
    await syncAll(people);
    expect(fixture.calls()).toEqual([]);
    expect(await held(people)).toMatchObject({ steps: 4, risks: { 'ended-by-absence': 4 } });
  });

  it.each(['externalIds', 'contributors'])('counts works that lose one of their %s as erased', async (list) => {
    const doi = { type: 'doi', value: '10.1000/1', relationship: 'self' };
    const content = { type: 'journal-article', title: 'A work', externalIds: [doi], contributors: [{ name: 'Ada' }] };
    const tenant = await fixture.institution();
    const people: Connected[] = [];
    for (let at = 0; at < 4; at++) {
      const person = await fixture.someoneOf(tenant, { section: 'work', content: content as never });
      fixture.orcid.willAnswer({ status: 200, body: { bulk: [{ work: { 'put-code': 1000 + at } }] } });
      await fixture.sync(person);
      people.push(person);
    }
    await change(people, `content = jsonb_set(content, '{${list}}', '[]')`);
    expect(await fixture.sweep(people[0]!)).toMatchObject({ due: 0, held: 4 });
    expect(await held(people)).toMatchObject({ risks: { erased: 4 } });
  });

  it('counts ends that are taken back', async () => {
    const people = await peopleWithItems(4);
    await change(people, `ends = '2026-02-20'`);
    fixture.orcid.willAnswer(ok, ok, ok, ok);
    await syncAll(people);
    await change(people, `ends = null`);
    expect(await fixture.sweep(people[0]!)).toMatchObject({ due: 0, held: 4 });
    expect(await held(people)).toMatchObject({ risks: { reopened: 4 } });
  });

  it('lets one record’s harmless steps through while its others are held', async () => {
    const people = await peopleWithItems(5);
    await change(people, STARTS_LATER);
    await fixture.sweep(people[0]!);
    const [first] = people;
    await fixture.sql(
      `insert into assertion (id, institution_id, person_id, section, feed, person_key, row_key, content, changed_at)
       select gen_random_uuid(), institution_id, person_id, section, feed, person_key, 'second', content, changed_at
         from assertion where person_id = ? limit 1`,
      first!.person.id,
    );
    fixture.orcid.willAnswer(created(2000));
    await fixture.sync(first!);
    expect(fixture.calls()).toEqual(['POST /employment']);
  });
});
