import { anInstitution, TestModule } from '@ligature/persistence/testing';
import { PeopleModule } from './people.module.ts';
import { type KnownPerson, People } from './people.ts';

const aPerson = (given: Partial<KnownPerson> = {}): KnownPerson => ({
  provider: 'https://idp.example.edu',
  identifier: 'ada@example.edu',
  displayName: 'Ada Example',
  mail: 'ada@example.edu',
  ...given,
});

describe('people', () => {
  let app: TestModule;
  const [institution, other] = [anInstitution(), anInstitution()];
  const signIn = (person: KnownPerson, at = institution) => app.request(() => app.get(People).signIn(at.id, person));

  beforeAll(async () => {
    app = await TestModule.start({ imports: [PeopleModule] });
    await app.store(institution, other);
  });

  afterAll(() => app.close());

  it('are known again at the next sign-in, with what is said of them now', async () => {
    const before = await signIn(aPerson());
    const after = await signIn(aPerson({ displayName: 'Ada Lovelace', mail: undefined }));
    expect(after.id).toBe(before.id);
    expect(after).toMatchObject({ displayName: 'Ada Lovelace', mail: null });
  });

  it('are one person at two first sign-ins at once', async () => {
    const person = aPerson({ identifier: 'twice', staffId: '000100' });
    const both = await Promise.all([signIn(person), signIn(person)]);
    expect(new Set(both.map((person) => person.id)).size).toBe(1);
  });

  it('are never taken for each other by their mail address', async () => {
    const [one, two] = [await signIn(aPerson({ identifier: 'one' })), await signIn(aPerson({ identifier: 'two' }))];
    expect(one.id).not.toBe(two.id);
  });

  it('are never taken for each other when two providers use one identifier', async () => {
    const here = await signIn(aPerson({ identifier: 'same' }));
    const there = await signIn(aPerson({ identifier: 'same', provider: 'https://other-idp.example.edu' }));
    expect(here.id).not.toBe(there.id);
  });

  it('stay the same person by staff id when the provider changes', async () => {
    const before = await signIn(aPerson({ identifier: 'old', staffId: '000200' }));
    const after = await signIn(
      aPerson({ identifier: 'new', provider: 'https://new-idp.example.edu', staffId: '000200' }),
    );
    expect(after.id).toBe(before.id);
  });

  it('belong to their institution only', async () => {
    const here = await signIn(aPerson({ identifier: 'x', staffId: '000300' }));
    const there = await signIn(aPerson({ identifier: 'x', staffId: '000300' }), other);
    expect(here.id).not.toBe(there.id);
    expect(await app.request(() => app.get(People).find(other.id, here.id))).toBeNull();
  });
});
