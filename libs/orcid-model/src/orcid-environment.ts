/** Which ORCID a row, a token or a process belongs to. They share no iDs, tokens or put-codes. */
export const ORCID_ENVIRONMENTS = ['production', 'sandbox', 'local'] as const;

export type OrcidEnvironment = (typeof ORCID_ENVIRONMENTS)[number];
