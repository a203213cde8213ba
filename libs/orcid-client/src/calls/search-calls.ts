import type { AccessToken, FoundPerson, OrcidId } from '@ligature/orcid-model';
import type { OrcidApi } from '../http/orcid-api.ts';
import type { ClientCredentials } from '../orcid-grant.ts';
import type { CallOptions } from '../pacing/deadline.ts';
import { readIds, readPeople, type SearchPage } from '../wire/search.wire.ts';
import type { TokenCalls } from './token-calls.ts';

/** Most results in one answer (error 9012). */
const ROWS = 1000;

export interface PageOptions {
  /** How many to pass over. */
  readonly start?: number;
  /** How many results, at most 1,000. */
  readonly rows?: number;
}

/** The search of ORCID's public data, in Solr's syntax: `affiliation-org-name:"Brown University"`, `email:*@example.edu`. */
export class SearchCalls {
  constructor(
    private readonly api: OrcidApi,
    private readonly tokens: TokenCalls,
  ) {}

  /** All iDs found. */
  ids(credentials: ClientCredentials, query: string, options?: CallOptions): AsyncGenerator<OrcidId, void> {
    return this.everyPage((page) => this.idsPage(credentials, query, page, options));
  }

  idsPage(
    credentials: ClientCredentials,
    query: string,
    page?: PageOptions,
    options?: CallOptions,
  ): Promise<SearchPage<OrcidId>> {
    return this.page('search/', credentials, query, readIds, page, options);
  }

  /** All people found, with names, addresses and institutions as far as they are public. */
  people(credentials: ClientCredentials, query: string, options?: CallOptions): AsyncGenerator<FoundPerson, void> {
    return this.everyPage((page) => this.peoplePage(credentials, query, page, options));
  }

  peoplePage(
    credentials: ClientCredentials,
    query: string,
    page?: PageOptions,
    options?: CallOptions,
  ): Promise<SearchPage<FoundPerson>> {
    return this.page('expanded-search/', credentials, query, readPeople, page, options);
  }

  /** The same as a table of comma-separated values. @param columns e.g. `orcid`, `family-name`, `current-institution-affiliation-name` */
  csv(
    credentials: ClientCredentials,
    query: string,
    columns: readonly string[],
    page?: PageOptions,
    options?: CallOptions,
  ): Promise<string> {
    const path = `/csv-search/?${parametersOf({ q: query, fl: columns.join(',') }, page)}`;
    const ask = (token: AccessToken, left: CallOptions): Promise<string> =>
      this.api.send({ method: 'GET', path, token, accept: 'text/csv' }, ({ text }) => text, left);
    return this.tokens.asClient(credentials, '/read-public', ask, options);
  }

  private page<T>(
    path: string,
    credentials: ClientCredentials,
    query: string,
    read: (json: unknown) => SearchPage<T>,
    page?: PageOptions,
    options?: CallOptions,
  ): Promise<SearchPage<T>> {
    const call = { path: `/${path}?${parametersOf({ q: query }, page)}` };
    const ask = (token: AccessToken, left: CallOptions): Promise<SearchPage<T>> =>
      this.api.read({ ...call, token }, read, left);
    return this.tokens.asClient(credentials, '/read-public', ask, options);
  }

  private async *everyPage<T>(pageAt: (page: PageOptions) => Promise<SearchPage<T>>): AsyncGenerator<T, void> {
    for (let start = 0; ; start += ROWS) {
      const { total, found } = await pageAt({ start, rows: ROWS });
      yield* found;
      if (found.length === 0 || start + ROWS >= total) return;
    }
  }
}

function parametersOf(given: Record<string, string>, { start = 0, rows = ROWS }: PageOptions = {}): string {
  return new URLSearchParams({ ...given, start: String(start), rows: String(rows) }).toString();
}
