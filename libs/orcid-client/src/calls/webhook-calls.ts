import type { AccessToken, OrcidId } from '@ligature/orcid-model';
import { InvalidItemError } from '../errors/invalid-item.error.ts';
import type { ApiCall, OrcidApi } from '../http/orcid-api.ts';
import type { ClientCredentials } from '../orcid-grant.ts';
import type { CallOptions } from '../pacing/patience.ts';
import { ifReason } from './if-reason.ts';
import type { TokenCalls } from './token-calls.ts';

const LONGEST = 1000;

/** ORCID's word for: nobody registered that. */
const NOT_REGISTERED = '9028';

/** Being told when a record changes (premium members). ORCID cannot be asked what is registered: remember it. */
export class WebhookCalls {
  constructor(
    private readonly api: OrcidApi,
    private readonly tokens: TokenCalls,
  ) {}

  /** @param callback who will be called without a body; name the record in it by something nobody can guess. @returns whether it is new */
  register(credentials: ClientCredentials, orcid: OrcidId, callback: string, options?: CallOptions): Promise<boolean> {
    return this.call('PUT', credentials, orcid, callback, options).then((status) => status === 201);
  }

  /** @returns false when it was not registered */
  async unregister(
    credentials: ClientCredentials,
    orcid: OrcidId,
    callback: string,
    options?: CallOptions,
  ): Promise<boolean> {
    const unregistered = this.call('DELETE', credentials, orcid, callback, options).then(() => true);
    return unregistered.catch(ifReason(NOT_REGISTERED, false));
  }

  /** The callback is one segment of the path, its slashes escaped; it is a secret, and named in no error. */
  private async call(
    method: ApiCall['method'],
    credentials: ClientCredentials,
    orcid: OrcidId,
    callback: string,
    options?: CallOptions,
  ): Promise<number> {
    const namedPath = `/${orcid}/webhook`;
    const path = `${namedPath}/${encodeURIComponent(callback)}`;
    if (!URL.canParse(callback) || callback.length > LONGEST) {
      const explanation = `callback must be an address of at most ${LONGEST} characters`;
      throw new InvalidItemError({ status: 0, reason: 'faulty, not sent', path: namedPath }, explanation);
    }
    const call = { method, path, namedPath, isUnversioned: true } as const;
    const send = (token: AccessToken, left: CallOptions): Promise<number> =>
      this.api.send({ ...call, token }, ({ status }) => status, left);
    return this.tokens.asClient(credentials, '/webhook', send, options);
  }
}
