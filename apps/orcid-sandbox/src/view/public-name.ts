import { type Profile } from '../registry/orcid-record.ts';

/** The credit name, else given and family name; nothing when names are not public (S: RecordNameUtils). */
export function publicName(profile: Profile): string | undefined {
  return profile.nameVisibility === 'public' ? displayName(profile) : undefined;
}

export function displayName({ creditName, givenNames, familyName }: Profile): string {
  return creditName ?? [givenNames, familyName].filter((part) => part !== undefined).join(' ');
}
