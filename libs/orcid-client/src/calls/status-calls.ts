import type { AccessToken } from '@ligature/orcid-model';
import { OrcidUnavailableError } from '../errors/orcid-unavailable.error.ts';
import { RateLimitedError } from '../errors/rate-limited.error.ts';
import type { OrcidApi } from '../http/orcid-api.ts';
import type { ClientCredentials } from '../orcid-grant.ts';
import type { CallOptions } from '../pacing/deadline.ts';
import { objectIn } from '../wire/json.ts';
import { at, object } from '../wire/object.wire.ts';
import { type ApiStatus, apiStatus, isServing } from '../wire/status.wire.ts';
import { text } from '../wire/text.wire.ts';
import { readRequired } from '../wire/wire.ts';
import type { TokenCalls } from './token-calls.ts';

/** What a client is called on ORCID's pages. */
export interface ClientDescription {
  readonly name: string;
  readonly description: string;
}

const clientDescription = object<ClientDescription>({
  name: at('name', text()),
  description: at('description', text()),
});

/** ORCID itself, rather than anybody's record. */
export class StatusCalls {
  constructor(
    private readonly api: OrcidApi,
    private readonly tokens: TokenCalls,
  ) {}

  /** Whether ORCID answers and says that all is well. Never throws for an outage: that is the answer. */
  isUp(options?: CallOptions): Promise<boolean> {
    return this.read(options).then(({ isUp }) => isUp, noWhenAway);
  }

  /** Whether its servers answer at all, whatever their databases do. Never throws for an outage either. */
  isServing(options?: CallOptions): Promise<boolean> {
    const read = (json: unknown): boolean => readRequired(isServing, objectIn(json)).isServing;
    return this.api.read({ path: '/status' }, read, options).catch(noWhenAway);
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

function noWhenAway(error: unknown): false {
  if (error instanceof OrcidUnavailableError || error instanceof RateLimitedError) return false;
  throw error;
}
