import { type Addresses } from './addresses.ts';

export type Door = 'site' | 'api' | 'pub';

/** Where each face lies inside the server, whatever it is called outside. */
const INNER: Readonly<Record<Door, string>> = { site: '', api: '/api', pub: '/pub' };

interface Entry {
  readonly host: string;
  readonly path: string;
  readonly inner: string;
}

/** Leads a request by its Host and path to the face that the settings give that address. */
export class Doors {
  readonly #entries: readonly Entry[];

  constructor(addresses: Addresses | undefined) {
    const doors: readonly Door[] = addresses === undefined ? [] : ['site', 'api', 'pub'];
    this.#entries = doors
      .map((door) => {
        const { host, pathname } = new URL(addresses?.[door] ?? '');
        return { host, path: pathname.replace(/\/$/, ''), inner: INNER[door] };
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
