import type { StatedPolicy } from '@ligature/identity-model';
import type { IdentityCount } from '@ligature/persistence';
import { describeConsequence } from './describe-consequence.ts';
import { consequencesOfProviders, type DescribedAs } from './consequences-of-providers.ts';

const IDP = 'https://idp.example.edu/idp';
const known = (...counts: Omit<IdentityCount, 'provider'>[]): IdentityCount[] =>
  counts.map((count) => ({ provider: IDP, ...count }));
const consequences = (counts: IdentityCount[], before: StatedPolicy, after?: StatedPolicy) =>
  become(counts, before, after === undefined ? { kind: 'nowhere' } : { kind: 'described', policy: after });
const become = (counts: IdentityCount[], before: StatedPolicy, after: DescribedAs) =>
  consequencesOfProviders(counts, new Map([[IDP, { before, after }]]));

describe('a change of providers', () => {
  it('means nothing for people when each stays and names them as before', () => {
    const counts = known({ kinds: ['subject-id'], people: 3 }, { kinds: ['eduPersonPrincipalName'], people: 2 });
    expect(consequences(counts, {}, { mustBeSigned: 'both' })).toEqual([]);
    expect(consequences(counts, {}, { identifier: 'subject-id' })).toEqual([]);
  });

  it('means for all people of a provider that is removed that they cannot sign in by it', () => {
    const counts = known({ kinds: ['subject-id'], people: 3 }, { kinds: [], people: 2 });
    const [removed] = consequences(counts, {}, undefined);
    expect(removed).toEqual({ kind: 'provider-removed', provider: IDP, people: 5 });
    expect(describeConsequence(removed!)).toContain(`${IDP} would be removed: 5 people`);
  });

  it('means for those who have not signed in by the new identifier yet that they come as new people', () => {
    const counts = known(
      { kinds: ['subject-id'], people: 3 },
      { kinds: ['eduPersonPrincipalName', 'subject-id'], people: 4 },
      { kinds: [], people: 1 },
    );
    const [changed] = consequences(counts, {}, { identifier: 'eduPersonPrincipalName' });
    expect(changed).toMatchObject({ from: 'subject-id', to: 'eduPersonPrincipalName', people: 4 });
    expect(describeConsequence(changed!)).toContain('by eduPersonPrincipalName instead of subject-id: 4 people');
    expect(consequences(known(counts[1]!), {}, { identifier: 'eduPersonPrincipalName' })).toEqual([]);
  });

  it('is not known while what may describe one could not be read, which is said instead of a removal', () => {
    const unread = { kind: 'unread', location: 'https://moved.example/', reason: 'no answer' } as const;
    const [consequence] = become(known({ kinds: ['subject-id'], people: 39 }), {}, unread);
    const said = describeConsequence(consequence!);
    expect(said).toMatch(/^https:\/\/moved\.example\/ could not be read.*39 people.*\(no answer\)/);
    expect(said).not.toContain('removed');
  });

  it.each([
    [undefined, 'link nobody to the HR export'],
    ['payroll', 'count in payroll'],
  ])('means that staff ids of a provider link otherwise, when its number space becomes %s', (staffIdSpace, words) => {
    const counts = known({ kinds: ['subject-id'], people: 39 });
    const after = staffIdSpace === undefined ? {} : { staffIdSpace };
    const [consequence] = consequences(counts, { staffIdSpace: 'staff' }, after);
    expect(describeConsequence(consequence!)).toContain(words);
    expect(consequences(counts, { staffIdSpace: 'staff' }, { staffIdSpace: 'staff' })).toEqual([]);
    expect(consequences(counts, {}, after)).toEqual([]);
  });

  it('means nothing more for people of a provider that was removed before', () => {
    expect(consequencesOfProviders(known({ kinds: ['subject-id'], people: 3 }), new Map())).toEqual([]);
  });

  it('is told of one person as of one', () => {
    const [removed] = consequences(known({ kinds: [], people: 1 }), {}, undefined);
    expect(describeConsequence(removed!)).toContain('1 person signed in by it');
  });
});
