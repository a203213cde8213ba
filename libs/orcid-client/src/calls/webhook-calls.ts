import type { AccessToken, OrcidId } from '@ligature/orcid-model';
import { InvalidItemError } from '../errors/invalid-item.error.ts';
import type { ApiCall, OrcidApi } from '../http/orcid-api.ts';
import type { ClientCredentials } from '../orcid-grant.ts';
import type { CallOptions } from '../pacing/deadline.ts';
import { ifReason } from './if-reason.ts';
import type { TokenCalls } from './token-calls.ts';

const LONGEST = 1000;

/** ORCID's word for: nobody registered that. */
const NOT_REGISTERED = '9028';

/** Notices of changed records (premium members). ORCID has no list of what is registered: keep your own. */
export class WebhookCalls {
  constructor(
    private readonly api: OrcidApi,
    private readonly tokens: TokenCalls,
  ) {}

  /**
   * @param callback who will be called without a body; name the record in it by something nobody can guess
   * @returns whether ORCID says that it is new
   */
  register(credentials: ClientCredentials, orcid: OrcidId, callback: string, options?: CallOptions): Promise<boolean> {
    const put = (call: Address, left: CallOptions): Promise<boolean> =>
      this.api.send({ ...call, method: 'PUT' }, ({ status }) => status === 201, left);
    return this.at(credentials, orcid, callback, put, options);
  }

  /** @returns false when it was not registered */
  async unregister(
    credentials: ClientCredentials,
    orcid: OrcidId,
    callback: string,
    options?: CallOptions,
  ): Promise<boolean> {
    const remove = (call: Address, left: CallOptions): Promise<boolean> => this.api.remove(call, left).then(() => true);
    return this.at(credentials, orcid, callback, remove, options).catch(ifReason(NOT_REGISTERED, false));
  }

  /** The callback is one segment of the path, its slashes escaped; it is a secret, and named in no error. */
  private async at<T>(
    credentials: ClientCredentials,
    orcid: OrcidId,
    callback: string,
    act: (call: Address, left: CallOptions) => Promise<T>,
    options?: CallOptions,
  ): Promise<T> {
    const namedPath = `/${orcid}/webhook`;
    const path = `${namedPath}/${encodeURIComponent(callback)}`;
    if (!URL.canParse(callback) || callback.length > LONGEST) {
      const explanation = `callback must be an address of at most ${LONGEST} characters`;
      throw new InvalidItemError({ status: 0, reason: 'faulty, not sent', path: namedPath }, explanation);
    }
    const use = (token: AccessToken, left: CallOptions): Promise<T> =>
      act({ path, namedPath, token, isUnversioned: true }, left);
    return this.tokens.asClient(credentials, '/webhook', use, options);
  }
}

type Address = Omit<ApiCall, 'method'>;
