import { type Addresses } from '../http/addresses.ts';
import { type Handler } from './read-record.ts';
import { type Route } from './routes.ts';

export const OLD_VERSIONS = ['v2.0', 'v2.1'] as const;
export type OldVersion = (typeof OLD_VERSIONS)[number];
export type Entry = readonly [Route['method'], string, Handler];

/** A route of an old version, in its words. */
export function oldRoute(version: OldVersion, [method, path, handle]: Entry): Route {
  return { method, version, path, handle: spoken(version, handle) };
}

/** v2.0 names people and clients by http, whatever the address of the site (T: test_public_api_read_search.py). */
function spoken(version: OldVersion, handle: Handler): Handler {
  if (version === 'v2.1') return handle;
  return (call) => handle({ ...call, addresses: withPlainSite(call.addresses) });
}

function withPlainSite(addresses: Addresses): Addresses {
  return { ...addresses, site: addresses.site.replace(/^https:/, 'http:') };
}
