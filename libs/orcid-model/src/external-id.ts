export const EXTERNAL_ID_RELATIONSHIPS = ['self', 'part-of', 'version-of', 'funded-by'] as const;

export type ExternalIdRelationship = (typeof EXTERNAL_ID_RELATIONSHIPS)[number];

/** An identifier of an item outside ORCID. `type` is one of ORCID's list (`GET /identifiers`), e.g. `doi`, `source-work-id`. */
export interface ExternalId {
  readonly type: string;
  readonly value: string;
  readonly url?: string;
  readonly relationship: ExternalIdRelationship;
}
