/** What somebody may be beyond the owner of their own connection; an identity provider or an access key says so. */
export const ROLES = ['administrator', 'reader'] as const;

export type Role = (typeof ROLES)[number];
