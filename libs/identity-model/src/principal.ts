import type { Role } from './role.ts';

/** Who asks for something that needs a permission. */
export interface Principal {
  /** Id of the access key that asks, as the audit trail names it. */
  readonly id: string;
  readonly institutionId: string;
  readonly roles: readonly Role[];
}
