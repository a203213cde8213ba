import type { AdminPrincipal } from './access/admin-principal.ts';
import type { Loaders } from './loaders.ts';

/** What one GraphQL request carries along. */
export interface AdminContext {
  readonly principal: AdminPrincipal;
  readonly loaders: Loaders;
}
