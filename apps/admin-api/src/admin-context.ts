import type { AdminPrincipal } from './access/admin-principal.ts';
import type { Loaders } from './loaders.ts';

/** What one GraphQL request carries along. */
export interface AdminContext {
  readonly authorization: string | undefined;
  readonly loaders: Loaders;
  /** Set by AccessKeyGuard before any resolver runs. */
  principal?: AdminPrincipal;
}
