import { includesScope, type Scope, scopeNeededFor, type Section } from '@ligature/orcid-model';
import type { Connection } from '@ligature/persistence';

/** What the permission covers, of what is wanted or stored; the rest is left as it is, shown as not permitted, and never tried. */
export function permitted<Item extends { readonly section: Section }>(
  items: readonly Item[],
  scopes: Connection['scopes'] | readonly Scope[],
): Item[] {
  return items.filter(({ section }) => includesScope(scopes, scopeNeededFor(section)));
}
