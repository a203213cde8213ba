import type { AccessRole } from '@ligature/persistence';

/** Who is asking: a key of one institution, and what it may do. */
export interface AdminPrincipal {
  readonly keyId: string;
  readonly institutionId: string;
  readonly role: AccessRole;
}
