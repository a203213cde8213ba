import { z } from 'zod';
import { LOCALES, VISIBILITIES } from '../model/vocabulary.ts';
import { type OrcidRecord, type Profile, type RecordState } from '../registry/orcid-record.ts';
import { type Registry } from '../registry/registry.ts';

const visibility = z.enum(VISIBILITIES);

/** What can be changed about a person while the simulator runs. */
export const personChange = z.strictObject({
  state: z.enum(['active', 'locked', 'deactivated', 'merged', 'unclaimed']).optional(),
  mergedInto: z.string().optional(),
  password: z.string().optional(),
  givenNames: z.string().optional(),
  familyName: z.string().optional(),
  creditName: z.string().optional(),
  nameVisibility: visibility.optional(),
  defaultVisibility: visibility.optional(),
  notifications: z.boolean().optional(),
  locale: z.enum(LOCALES as [string, ...string[]]).optional(),
});
export type PersonChange = z.output<typeof personChange>;

export function changePerson(registry: Registry, name: string, change: PersonChange): OrcidRecord | undefined {
  const record = registry.records.findByKeyOrOrcid(name);
  if (record === undefined) return undefined;
  const { state, mergedInto, ...rest } = change;
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const profile: Profile = {
    ...record.profile,
    ...(given as Partial<Profile>),
    ...(state === undefined ? {} : { state: stateOf(registry, state, mergedInto) }),
  };
  record.redefine(profile, registry.now());
  // Whoever deactivates an account withdraws every permission with it.
  if (state === 'deactivated') {
    registry.tokens.revoke(registry.tokens.activeOf(record.orcid, registry.now()), 'RECORD_DEACTIVATED');
  }
  registry.changed();
  return record;
}

function stateOf(registry: Registry, kind: RecordState['kind'], mergedInto: string | undefined): RecordState {
  switch (kind) {
    case 'active':
    case 'locked':
    case 'unclaimed':
      return { kind };
    case 'deactivated':
      return { kind, at: registry.now() };
    case 'merged': {
      const into = registry.records.findByKeyOrOrcid(mergedInto ?? '');
      if (into === undefined) throw new Error('mergedInto must name a person who is here');
      return { kind, into: into.orcid };
    }
  }
}
