import { type Addresses } from '../http/addresses.ts';
import { type Registry } from '../registry/registry.ts';

/** What is needed to put a stored thing into words for outside. */
export interface ViewContext {
  readonly registry: Registry;
  readonly addresses: Addresses;
}
