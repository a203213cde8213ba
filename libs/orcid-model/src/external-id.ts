import type { UnlistedWord } from './unlisted-word.ts';

export const EXTERNAL_ID_RELATIONSHIPS = ['self', 'part-of', 'version-of', 'funded-by'] as const;

export type ExternalIdRelationship = (typeof EXTERNAL_ID_RELATIONSHIPS)[number];

/** An identifier of an item outside ORCID. `type` is one of ORCID's list (`GET /identifiers`), e.g. `doi`, `source-work-id`. */
export interface ExternalId {
  readonly type: string;
  readonly value: string;
  readonly url?: string;
  readonly relationship: ExternalIdRelationship | UnlistedWord;
}

/** What has identifiers: every activity. */
export interface Identified {
  /** A `self` identifier of our own makes the item findable again: without one ORCID sees no duplicates of affiliations. */
  readonly externalIds: readonly ExternalId[];
}

/** Values of the identifiers that name the item itself. */
export function selfIdsOf({ externalIds }: Identified): string[] {
  return externalIds.filter(({ relationship }) => relationship === 'self').map(({ value }) => value);
}

/** Our own identifier of an item. It makes the item findable again, and makes ORCID notice a second one (409/9021). */
export function ownId(value: string): ExternalId {
  return { type: 'source-work-id', value, relationship: 'self' };
}
