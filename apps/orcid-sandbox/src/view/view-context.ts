import { type Addresses } from '../http/addresses.ts';
import { type World } from '../world/world.ts';

/** What is needed to put a stored thing into words for outside. */
export interface ViewContext {
  readonly world: World;
  readonly addresses: Addresses;
}
