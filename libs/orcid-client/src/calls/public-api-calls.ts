import type { OrcidApi } from '../http/orcid-api.ts';
import type { CallOptions } from '../pacing/deadline.ts';
import { type IdentifierType, readIdentifierTypes } from '../wire/identifier-type.wire.ts';
import { objectIn } from '../wire/json.ts';
import { type ApiStatus, apiStatus } from '../wire/status.wire.ts';
import { readRequired } from '../wire/wire.ts';

/** What only the public API has; everything else of it the member API has too. No token is needed. */
export class PublicApiCalls {
  constructor(private readonly api: OrcidApi | undefined) {}

  /** The types that the external identifiers of activities may have. @param language of the descriptions, e.g. `de` */
  async identifierTypes(language = 'en', options?: CallOptions): Promise<IdentifierType[]> {
    const path = `/identifiers?${new URLSearchParams({ locale: language }).toString()}`;
    return this.configured.read({ path }, readIdentifierTypes, options);
  }

  /** @throws OrcidUnavailableError also when ORCID says that it is not well: then it answers 500 */
  async status(options?: CallOptions): Promise<ApiStatus> {
    return this.configured.read({ path: '/pubStatus' }, (json) => readRequired(apiStatus, objectIn(json)), options);
  }

  private get configured(): OrcidApi {
    if (this.api === undefined) throw new TypeError('The address of the public API (`pub`) is not configured.');
    return this.api;
  }
}
