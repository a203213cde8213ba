import type { Principal } from '@ligature/identity-model';
import type { Loaders } from './loaders.ts';

/** What one GraphQL request carries along. */
export interface AdminContext {
  readonly principal: Principal;
  readonly loaders: Loaders;
}
