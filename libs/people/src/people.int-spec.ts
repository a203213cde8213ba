import { type Institution, PersonCaseRepository, PersonRepository } from '@ligature/persistence';
import { anInstitution, TestModule } from '@ligature/persistence/testing';
import { randomUUID } from 'node:crypto';
import type { KnownPerson } from './known-person.ts';
import { PeopleModule } from './people.module.ts';
import { People } from './people.ts';

const IDP = 'https://idp.example.edu';
const OTHER_IDP = 'https://other-idp.example.edu';
const aPerson = (given: Partial<KnownPerson> = {}): KnownPerson => ({
  provider: IDP,
  kind: 'subject-id',
  identifier: 'ada@example.edu',
  displayName: 'Ada Example',
  mail: 'ada@example.edu',
  ...given,
});

describe('people', () => {
  let app: TestModule;

  beforeAll(async () => {
    app = await TestModule.start({ imports: [PeopleModule] });
  });

  afterAll(() => app.close());

  const anotherInstitution = async (): Promise<Institution> => {
    const institution = anInstitution();
    await app.store(institution);
    return institution;
  };
  const signIn = ({ id }: Institution, given: Partial<KnownPerson> = {}) =>
    app.request(() => app.get(People).signIn(id, aPerson({ identifier: randomUUID(), ...given })));
  /** Somebody a feed states, by the staff id of its number space. */
  const stated = ({ id }: Institution, staffId: string, space = 'staff') =>
    app.request(async () => {
      const people = app.get(PersonRepository);
      await people.keepStated(id, space, [{ staffId, displayName: 'BRANDT, LENA' }], new Date());
      return (await people.findByStaffId(id, { space, staffId }))!;
    });
  const casesOf = async ({ id }: Institution) => {
    const cases = await app.request(() => app.get(PersonCaseRepository).open(id, 100));
    return cases.map(({ kind, personId, otherPersonId }) => [kind, personId, otherPersonId ?? null]);
  };

  it('are known again at the next sign-in, with what is said of them now', async () => {
    const institution = await anotherInstitution();
    const before = await signIn(institution, { identifier: 'ada' });
    const after = await signIn(institution, { identifier: 'ada', displayName: 'Ada Lovelace', mail: undefined });
    expect(after.id).toBe(before.id);
    expect(after).toMatchObject({ displayName: 'Ada Lovelace', mail: null });
  });

  it('are one person at two first sign-ins at once', async () => {
    const institution = await anotherInstitution();
    const person = { identifier: 'twice', staffId: { staffId: '000100', space: 'staff' } };
    const both = await Promise.all([signIn(institution, person), signIn(institution, person)]);
    expect(new Set(both.map(({ id }) => id)).size).toBe(1);
  });

  it('are never taken for each other by their mail address', async () => {
    const institution = await anotherInstitution();
    expect((await signIn(institution)).id).not.toBe((await signIn(institution)).id);
  });

  it('are never taken for each other when two providers use one identifier', async () => {
    const institution = await anotherInstitution();
    const here = await signIn(institution, { identifier: 'same' });
    expect((await signIn(institution, { identifier: 'same', provider: OTHER_IDP })).id).not.toBe(here.id);
  });

  it('are never taken for each other when identifiers of two kinds are one text', async () => {
    const institution = await anotherInstitution();
    const here = await signIn(institution, { identifier: 'a@example.edu', kind: 'subject-id' });
    const there = await signIn(institution, { identifier: 'a@example.edu', kind: 'eduPersonPrincipalName' });
    expect(there.id).not.toBe(here.id);
  });

  it('whose kind of identifier was only assumed are known at their next sign-in, and by that kind from then on', async () => {
    const institution = await anotherInstitution();
    const before = await signIn(institution, { identifier: 'a@example.edu', kind: 'subject-id' });
    await app.request(async () => {
      const identity = await app.get(PersonRepository).findIdentity(institution.id, IDP, 'subject-id', 'a@example.edu');
      identity!.isAssumed = true;
      await app.store(identity!);
    });
    const kind = 'eduPersonPrincipalName';
    expect((await signIn(institution, { identifier: 'a@example.edu', kind })).id).toBe(before.id);
    expect((await signIn(institution, { identifier: 'a@example.edu', kind })).id).toBe(before.id);
    expect((await signIn(institution, { identifier: 'a@example.edu', kind: 'subject-id' })).id).not.toBe(before.id);
  });

  it('belong to their institution only', async () => {
    const [institution, other] = [await anotherInstitution(), await anotherInstitution()];
    const person = { identifier: 'x', staffId: { staffId: '000300', space: 'staff' } };
    const [here, there] = [await signIn(institution, person), await signIn(other, person)];
    expect(here.id).not.toBe(there.id);
    expect(await app.request(() => app.get(People).find(other.id, here.id))).toBeNull();
  });

  describe('whom a feed knows by a staff id', () => {
    it('are met by a sign-in of a provider that is declared to speak for the number space', async () => {
      const institution = await anotherInstitution();
      const known = await stated(institution, '000042');
      const signedIn = await signIn(institution, { staffId: { staffId: '000042', space: 'staff' } });
      expect(signedIn.id).toBe(known.id);
      expect(signedIn.displayName).toBe('Ada Example');
      expect(await casesOf(institution)).toEqual([]);
    });

    it('are two people and a case when the provider is not declared to', async () => {
      const institution = await anotherInstitution();
      const known = await stated(institution, '000042');
      const signedIn = await signIn(institution, { staffId: { staffId: '000042' } });
      expect(signedIn.id).not.toBe(known.id);
      expect(await casesOf(institution)).toEqual([['staff-id-undeclared', signedIn.id, known.id]]);
    });

    it('are somebody else in another number space', async () => {
      const institution = await anotherInstitution();
      const known = await stated(institution, '000042', 'students');
      expect((await signIn(institution, { staffId: { staffId: '000042', space: 'staff' } })).id).not.toBe(known.id);
    });

    it('are never linked to a second provider by the number alone: that is a case, opened once', async () => {
      const institution = await anotherInstitution();
      const staffId = { staffId: '000200', space: 'staff' };
      const known = await signIn(institution, { identifier: 'old', staffId });
      const other = await signIn(institution, { identifier: 'new', provider: OTHER_IDP, staffId });
      await signIn(institution, { identifier: 'new', provider: OTHER_IDP, staffId });
      expect(other.id).not.toBe(known.id);
      expect(await casesOf(institution)).toEqual([['staff-id-held-by-another', other.id, known.id]]);
    });
  });

  describe('whose staff id changes', () => {
    it('keep the number that is known, and wait for a person to decide', async () => {
      const institution = await anotherInstitution();
      const before = await signIn(institution, { identifier: 'a', staffId: { staffId: '1', space: 'staff' } });
      const after = await signIn(institution, { identifier: 'a', staffId: { staffId: '2', space: 'staff' } });
      expect(after.id).toBe(before.id);
      expect(await casesOf(institution)).toEqual([['staff-id-changed', after.id, null]]);
      const staffIds = await app.request(() => app.get(PersonRepository).staffIdsOf(after.id));
      expect(staffIds.map(({ staffId }) => staffId)).toEqual(['1']);
    });

    it('are let in when the number is another person’s, and both are a case', async () => {
      const institution = await anotherInstitution();
      const holder = await signIn(institution, { identifier: 'a', staffId: { staffId: '1', space: 'staff' } });
      const person = await signIn(institution, { identifier: 'b', staffId: { staffId: '2', space: 'staff' } });
      await signIn(institution, { identifier: 'b', staffId: { staffId: '1', space: 'staff' } });
      expect(await casesOf(institution)).toEqual([['staff-id-held-by-another', person.id, holder.id]]);
    });
  });
});
