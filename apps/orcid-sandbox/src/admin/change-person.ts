import { z } from 'zod';
import { LOCALES, VISIBILITIES } from '../model/vocabulary.ts';
import { type OrcidRecord, type Profile, type RecordState } from '../world/orcid-record.ts';
import { type World } from '../world/world.ts';

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

export function changePerson(world: World, name: string, change: PersonChange): OrcidRecord | undefined {
  const record = world.records.findByKeyOrOrcid(name);
  if (record === undefined) return undefined;
  const { state, mergedInto, ...rest } = change;
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const profile: Profile = {
    ...record.profile,
    ...(given as Partial<Profile>),
    ...(state === undefined ? {} : { state: stateOf(world, state, mergedInto) }),
  };
  record.redefine(profile, world.now());
  // Whoever deactivates an account withdraws every permission with it.
  if (state === 'deactivated') {
    world.tokens.revoke(world.tokens.activeOf(record.orcid, world.now()), 'RECORD_DEACTIVATED');
  }
  world.changed();
  return record;
}

function stateOf(world: World, kind: RecordState['kind'], mergedInto: string | undefined): RecordState {
  switch (kind) {
    case 'active':
    case 'locked':
    case 'unclaimed':
      return { kind };
    case 'deactivated':
      return { kind, at: world.now() };
    case 'merged': {
      const into = world.records.findByKeyOrOrcid(mergedInto ?? '');
      if (into === undefined) throw new Error('mergedInto must name a person who is here');
      return { kind, into: into.orcid };
    }
  }
}
