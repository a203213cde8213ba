import { anEmploymentContent, anInstitution, TestModule } from '../testing/index.ts';
import type { AssertedContent } from '../entities/assertion.entity.ts';
import { DryRun } from '../dry-run.ts';
import { AssertionRepository, type StatedAssertion } from './assertion.repository.ts';
import { FeedChanges } from './feed-changes.repository.ts';
import { PersonRepository } from './person.repository.ts';

const AT = new Date('2026-02-01T00:00:00Z');
const stated = (personKey: string, rowKey: string, given: Partial<StatedAssertion> = {}): StatedAssertion => ({
  personKey,
  rowKey,
  section: 'employment',
  content: anEmploymentContent({ department: 'Physics' }),
  starts: '2021-03',
  ends: null,
  ...given,
});

describe('what a transaction changes of what a feed states', () => {
  let app: TestModule;

  beforeAll(async () => {
    app = await TestModule.start();
  });

  afterAll(() => app.close());

  const feedOf = ({ id: institutionId }: { id: string }) => ({ institutionId, feed: 'hr', space: 'staff' });
  const keep = async (institution: { id: string }, rows: readonly StatedAssertion[]) => {
    const people = [...new Set(rows.map(({ personKey }) => personKey))].map((staffId) => ({ staffId }));
    await app.get(PersonRepository).keepStated(institution.id, 'staff', people, AT);
    return app.get(AssertionRepository).keep(feedOf(institution), rows, AT);
  };
  const anInstitutionOf = async (...rows: StatedAssertion[]) => {
    const institution = anInstitution();
    await app.store(institution);
    await app.request(() => keep(institution, rows));
    return institution;
  };
  /** What is found of changes that are taken back afterwards. */
  const tryOut = <T>(institution: { id: string }, change: () => Promise<unknown>, look: () => Promise<T>) =>
    app.request(() =>
      app.get(DryRun).of(async () => {
        await app.get(FeedChanges).remember(feedOf(institution));
        await change();
        return look();
      }),
    );
  const department = (name: string) => ({ content: anEmploymentContent({ department: name }) });

  it('is counted by what became of each row, and nothing is counted of rows that stay as they are', async () => {
    const institution = await anInstitutionOf(stated('1', 'a'), stated('2', 'a'), stated('3', 'a'), stated('4', 'a'));
    const found = await tryOut(
      institution,
      async () => {
        await keep(institution, [stated('2', 'a', department('Optics')), stated('5', 'a')]);
        await app.get(AssertionRepository).withdraw(feedOf(institution), [{ personKey: '3', rowKey: 'a' }], AT);
        const listed = ['1', '2', '3', '5'].map((personKey) => ({ personKey, rowKey: 'a' }));
        await app.get(AssertionRepository).markAbsent(feedOf(institution), listed, '2026-02-01', AT);
      },
      () => app.get(FeedChanges).difference(feedOf(institution), 10),
    );
    expect(found.rows).toEqual({ added: 1, changed: 1, absent: 1, back: 0, withdrawn: 1 });
  });

  it('is told in one line where many rows change in the same way', async () => {
    const people = Array.from({ length: 30 }, (_, at) => String(at));
    const institution = await anInstitutionOf(...people.map((one) => stated(one, 'a')));
    const renamed = people.map((one) => stated(one, 'a', { ...department('Physics and Astronomy') }));
    const found = await tryOut(
      institution,
      () => keep(institution, [...renamed.slice(1), stated('0', 'a', { ends: '2026-01' })]),
      () => app.get(FeedChanges).difference(feedOf(institution), 1),
    );
    expect(found.changes).toEqual([{ field: 'department', before: 'Physics', now: 'Physics and Astronomy', rows: 29 }]);
    expect(found.allChanges).toBe(2);
  });

  it('names every changed field of every row, also a part of one', async () => {
    const institution = await anInstitutionOf(stated('1', 'a'), stated('2', 'a'));
    const { organization, ...rest } = anEmploymentContent() as AssertedContent<'employment'>;
    const elsewhere = { ...rest, organization: { ...organization, name: 'Example College' } };
    const found = await tryOut(
      institution,
      () => keep(institution, [stated('1', 'a', { content: elsewhere, ends: '2026-01-31' }), stated('3', 'a')]),
      () => app.get(FeedChanges).all(feedOf(institution)),
    );
    expect(found).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'changed', personKey: '1', field: 'end', before: null, now: '2026-01-31' }),
        expect.objectContaining({ kind: 'changed', field: 'organization.name', now: 'Example College' }),
        { kind: 'added', personKey: '3', rowKey: 'a', field: null, before: null, now: null },
      ]),
    );
    expect(found.filter(({ personKey }) => personKey === '2')).toEqual([]);
  });

  it('is nothing any more after a dry run, which can be held again', async () => {
    const institution = await anInstitutionOf(stated('1', 'a'));
    const change = () => keep(institution, [stated('1', 'a', department('Optics')), stated('9', 'a')]);
    const look = () => app.get(FeedChanges).difference(feedOf(institution), 10);
    const first = await tryOut(institution, change, look);
    expect(await tryOut(institution, change, look)).toEqual(first);
    const unknown = await app.request(() =>
      app.get(PersonRepository).findByStaffId(institution.id, { space: 'staff', staffId: '9' }),
    );
    expect(unknown).toBeNull();
  });

  it('passes on what fails in a dry run', async () => {
    const failing = app.request(() => app.get(DryRun).of(() => Promise.reject(new Error('It broke.'))));
    await expect(failing).rejects.toThrow('It broke.');
  });
});
