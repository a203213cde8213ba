import type { StatedPolicy } from './provider-policy.ts';
import { policyOf, speakingParts } from './source-policies.ts';

const ROLES = [{ role: 'administrator', attribute: 'isMemberOf', value: 'admins' }] as const;
const SPEAKING: StatedPolicy = { staffIdAttribute: 'urn:x:staff', staffIdSpace: 'hr', roles: ROLES };
const NAMED = 'https://idp.example.edu/idp';
const OTHER = 'https://idp.elsewhere.example/idp';

describe('the policy of a provider', () => {
  it('is that of its source, with what is said of the provider itself', () => {
    const said = {
      policy: { ...SPEAKING, identifier: 'pairwise-id' },
      exceptions: { [NAMED]: { identifier: 'subject-id' } },
    } as const;
    expect(policyOf(NAMED, said, false)).toEqual({ ...SPEAKING, identifier: 'subject-id' });
    expect(policyOf(OTHER, said, false)).toEqual(said.policy);
  });

  it('lets a provider of a source of many speak for staff ids and roles only by its own name', () => {
    const forAll = { policy: { ...SPEAKING, mustBeSigned: 'both' }, exceptions: {} } as const;
    expect(policyOf(NAMED, forAll, true)).toEqual({ mustBeSigned: 'both' });
    const byName = { policy: { mustBeSigned: 'both' }, exceptions: { [NAMED]: SPEAKING } } as const;
    expect(policyOf(NAMED, byName, true)).toEqual({ ...SPEAKING, mustBeSigned: 'both' });
    expect(policyOf(OTHER, byName, true)).toEqual({ mustBeSigned: 'both' });
  });

  it('tells which of its parts let a provider speak for others', () => {
    expect(speakingParts({ roles: ROLES, mustBeSigned: 'both' })).toEqual(['roles']);
    expect(speakingParts({})).toEqual([]);
  });
});
