import { type Visibility } from '../model/vocabulary.ts';
import { OrcidRecord } from './orcid-record.ts';
import { unusedOrcid } from './seed.ts';
import { type Registry } from './registry.ts';

interface Newcomer {
  readonly givenNames: string;
  readonly familyName?: string | undefined;
  readonly email: string;
  readonly password: string;
  readonly visibility: Visibility;
}

/** A person who registers at the site gets the next iD of the simulator's own block. */
export function register(registry: Registry, newcomer: Newcomer): OrcidRecord {
  const { givenNames, familyName, email, password, visibility } = newcomer;
  const now = registry.now();
  const record = new OrcidRecord({
    orcid: unusedOrcid(registry),
    created: now,
    modified: now,
    revision: 0,
    items: [],
    profile: {
      password,
      emails: [{ address: email, primary: true, verified: true, visibility: 'private' }],
      givenNames,
      ...(familyName === undefined || familyName === '' ? {} : { familyName }),
      nameVisibility: 'public',
      defaultVisibility: visibility,
      locale: 'en',
      notifications: true,
      twoFactor: false,
      state: { kind: 'active' },
    },
  });
  registry.records.add(record);
  registry.changed();
  return record;
}
