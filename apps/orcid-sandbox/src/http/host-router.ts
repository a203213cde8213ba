import { type Addresses } from './addresses.ts';

/** The registry's website, the member API and the public API, as ORCID has them on hosts of their own. */
export type OrcidHost = keyof Addresses;
export type ApiHost = Exclude<OrcidHost, 'site'>;

/** Where each host's routes lie inside the server, whatever its public address is. */
const INNER: Readonly<Record<OrcidHost, string>> = { site: '', api: '/api', pub: '/pub' };

interface Entry {
  readonly host: string;
  readonly path: string;
  readonly inner: string;
}

/** Routes a request by its Host and path to the ORCID host that the settings give that address. */
export class HostRouter {
  readonly #entries: readonly Entry[];

  constructor(addresses: Addresses | undefined) {
    const names: readonly OrcidHost[] = addresses === undefined ? [] : ['site', 'api', 'pub'];
    this.#entries = names
      .map((name) => {
        const { host, pathname } = new URL(addresses?.[name] ?? '');
        return { host, path: pathname.replace(/\/$/, ''), inner: INNER[name] };
      })
      .sort((a, b) => b.path.length - a.path.length);
  }

  innerUrl(host: string | undefined, url: string): string {
    if (url.startsWith('/__admin')) return url;
    const entry = this.#entries.find((candidate) => candidate.host === host && startsWithPath(url, candidate.path));
    return entry === undefined ? url : entry.inner + (url.slice(entry.path.length) || '/');
  }
}

function startsWithPath(url: string, path: string): boolean {
  return url.startsWith(path) && (url.length === path.length || '/?'.includes(url.charAt(path.length)));
}
