import type { AccessToken, OrcidId, PutCode, WithdrawnToken } from '@ligature/orcid-model';
import { ItemGoneError } from '../errors/item-gone.error.ts';
import { ResourceAbsentError } from '../errors/resource-absent.error.ts';
import type { CallOptions } from '../pacing/deadline.ts';
import { UnreadableError } from '../wire/unreadable.error.ts';
import { readJson, unreadable } from './body.ts';
import type { HttpClient } from './http-client.ts';
import { putCodeFrom } from './location.ts';
import type { OrcidRequest, OrcidResponse } from './transport.ts';

const JSON_TYPE = 'application/json';

/** One call. Paths begin with a slash and have no version, which is added unless the call has none. */
export interface ApiCall {
  readonly method: OrcidRequest['method'];
  readonly path: string;
  /** How to name the path in errors, where it holds a secret. */
  readonly namedPath?: string;
  readonly token?: AccessToken | WithdrawnToken;
  readonly body?: string;
  readonly accept?: string;
  readonly isUnversioned?: true;
  readonly writesTo?: OrcidId;
  readonly pick?: OrcidRequest['pick'];
}

/** One of ORCID's hosts (member API, public API, site): addresses, headers, and what an answer must be. */
export class OrcidApi {
  constructor(
    private readonly http: HttpClient,
    private readonly origin: string,
  ) {}

  /**
   * A call whose answer is JSON; a GET unless it says otherwise.
   * @param read turns the JSON into a value, throwing UnreadableError when it is not what was asked for
   */
  read<T>(call: Partial<ApiCall> & { path: string }, read: (json: unknown) => T, options?: CallOptions): Promise<T> {
    return this.send({ method: 'GET', ...call }, (response) => readAs(read, response), options);
  }

  /** Sent once: a second POST may make a second item. @returns the put-code of the new item */
  create(call: Omit<ApiCall, 'method'>, options?: CallOptions): Promise<PutCode> {
    return this.send({ method: 'POST', ...call }, putCodeFrom, options);
  }

  /** Sent again after a failure; what is absent then was removed by an earlier try, if that may have had an effect. */
  async remove(call: Omit<ApiCall, 'method'>, options?: CallOptions): Promise<void> {
    const earlier = { mayBeDone: false };
    const note = (mayBeDone: boolean): void => {
      earlier.mayBeDone = mayBeDone;
    };
    try {
      await this.send({ method: 'DELETE', ...call }, () => undefined, options, note);
    } catch (error) {
      const isAbsent = error instanceof ItemGoneError || error instanceof ResourceAbsentError;
      if (!earlier.mayBeDone || !isAbsent) throw error;
    }
  }

  send<T>(
    call: ApiCall,
    read: (response: OrcidResponse) => T,
    options?: CallOptions,
    onTry?: (mayBeDone: boolean) => void,
  ): Promise<T> {
    refuseWithdrawn(call);
    const { method, writesTo } = call;
    const request = this.requestOf(call);
    return this.http.run({ request, read, isRepeatable: method !== 'POST', writesTo, onTry }, options);
  }

  /** Without an Accept header ORCID answers in XML (AcceptFilter.java), and in the language that the request names. */
  private requestOf({ method, path, namedPath, token, body, accept, isUnversioned, pick }: ApiCall): OrcidRequest {
    const version = isUnversioned === true ? '' : '/v3.0';
    return {
      method,
      url: this.origin + version + path,
      path: version + (namedPath ?? path).replace(/\?.*/, ''),
      headers: {
        Accept: accept ?? JSON_TYPE,
        'Accept-Language': 'en',
        ...(token && { Authorization: `Bearer ${token.reveal()}` }),
        ...(body !== undefined && { 'Content-Type': JSON_TYPE }),
      },
      body: body ?? null,
      pick,
    };
  }
}

/** Types say the same; a caller without types learns it before ORCID counts the attempt. */
function refuseWithdrawn({ method, token }: ApiCall): void {
  if (token?.kind === 'withdrawn-token' && method !== 'DELETE') {
    throw new TypeError('With a withdrawn permission items can be removed and nothing else.');
  }
}

function readAs<T>(read: (json: unknown) => T, response: OrcidResponse): T {
  try {
    return read(readJson(response));
  } catch (error) {
    throw error instanceof UnreadableError ? unreadable(response) : error;
  }
}
