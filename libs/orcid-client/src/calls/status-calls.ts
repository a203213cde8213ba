import type { AccessToken } from '@ligature/orcid-model';
import { OrcidUnavailableError } from '../errors/orcid-unavailable.error.ts';
import { RateLimitedError } from '../errors/rate-limited.error.ts';
import type { MemberApi } from '../http/member-api.ts';
import type { ClientCredentials } from '../orcid-grant.ts';
import type { CallOptions } from '../pacing/patience.ts';
import { at, object } from '../wire/object.wire.ts';
import { flag } from '../wire/scalar.wire.ts';
import { text } from '../wire/text.wire.ts';
import { objectIn } from '../wire/json.ts';
import { readRequired } from '../wire/wire.ts';
import type { TokenCalls } from './token-calls.ts';

/** How ORCID itself says it is. */
export interface ApiStatus {
  readonly isUp: boolean;
  readonly isDatabaseUp: boolean;
  readonly isReadOnlyDatabaseUp: boolean;
}

/** What a client is called on ORCID's pages. */
export interface ClientDescription {
  readonly name: string;
  readonly description: string;
}

const apiStatus = object<ApiStatus>({
  isUp: at('overallOk', flag),
  isDatabaseUp: at('dbConnectionOk', flag),
  isReadOnlyDatabaseUp: at('readOnlyDbConnectionOk', flag),
});

const clientDescription = object<ClientDescription>({
  name: at('name', text()),
  description: at('description', text()),
});

/** ORCID itself, rather than anybody's record. */
export class StatusCalls {
  constructor(
    private readonly api: MemberApi,
    private readonly tokens: TokenCalls,
  ) {}

  /** Whether ORCID answers and says that all is well. Never throws for an outage: that is the answer. */
  async isUp(options?: CallOptions): Promise<boolean> {
    try {
      return (await this.read(options)).isUp;
    } catch (error) {
      if (error instanceof OrcidUnavailableError || error instanceof RateLimitedError) return false;
      throw error;
    }
  }

  /** @throws OrcidUnavailableError also when ORCID says that it is not well: then it answers 500 */
  read(options?: CallOptions): Promise<ApiStatus> {
    return this.api.read({ path: '/apiStatus' }, (json) => readRequired(apiStatus, objectIn(json)), options);
  }

  client(credentials: ClientCredentials, clientId: string, options?: CallOptions): Promise<ClientDescription> {
    const path = `/client/${encodeURIComponent(clientId)}`;
    const read = (json: unknown): ClientDescription => readRequired(clientDescription, objectIn(json));
    const ask = (token: AccessToken, left: CallOptions): Promise<ClientDescription> =>
      this.api.read({ path, token }, read, left);
    return this.tokens.asClient(credentials, '/read-public', ask, options);
  }
}
