import type { AccessToken, OrcidId, PermissionNotification, PutCode, SentNotification } from '@ligature/orcid-model';
import type { ApiCall, OrcidApi } from '../http/orcid-api.ts';
import type { ClientCredentials } from '../orcid-grant.ts';
import type { CallOptions } from '../pacing/deadline.ts';
import { allAt, objectIn } from '../wire/json.ts';
import { permissionNotification, sentNotification } from '../wire/notification.wire.ts';
import { readRequired } from '../wire/wire.ts';
import { writeChecked } from '../wire/write-checked.ts';
import { ifReason } from './if-reason.ts';
import type { TokenCalls } from './token-calls.ts';

export type SendOutcome =
  | { readonly kind: 'sent'; readonly putCode: PutCode }
  /** The person wants no such messages. */
  | { readonly kind: 'opted-out' };

const OPTED_OUT = '9032';
const ALREADY_READ = '9009';

/** Messages in a person's ORCID inbox that ask for permission (premium members on request). Nobody's permission is needed. */
export class NotificationCalls {
  constructor(
    private readonly api: OrcidApi,
    private readonly tokens: TokenCalls,
  ) {}

  async send(
    credentials: ClientCredentials,
    orcid: OrcidId,
    notification: PermissionNotification,
    options?: CallOptions,
  ): Promise<SendOutcome> {
    const path = pathOf(orcid);
    const body = JSON.stringify(writeChecked(permissionNotification, notification, path));
    const create = async (token: AccessToken, left: CallOptions): Promise<SendOutcome> => ({
      kind: 'sent',
      putCode: await this.api.create({ path, token, body }, left),
    });
    const sent = this.tokens.asClient(credentials, '/premium-notification', create, options);
    return sent.catch(ifReason<SendOutcome>(OPTED_OUT, { kind: 'opted-out' }));
  }

  /** Those we sent, up to a thousand. */
  list(credentials: ClientCredentials, orcid: OrcidId, options?: CallOptions): Promise<SentNotification[]> {
    const read = (json: unknown): SentNotification[] =>
      allAt(json, ['notification']).map((one) => readRequired(sentNotification, one));
    return this.ask({ path: pathOf(orcid) }, credentials, read, options);
  }

  read(
    credentials: ClientCredentials,
    orcid: OrcidId,
    putCode: PutCode,
    options?: CallOptions,
  ): Promise<SentNotification> {
    return this.ask({ path: `${pathOf(orcid)}/${putCode}` }, credentials, readOne, options);
  }

  /** Takes a message back. @returns false when it has been read, and stays */
  async archive(
    credentials: ClientCredentials,
    orcid: OrcidId,
    putCode: PutCode,
    options?: CallOptions,
  ): Promise<boolean> {
    const call = { method: 'DELETE', path: `${pathOf(orcid)}/${putCode}` } as const;
    const archived = this.ask(call, credentials, readOne, options).then(() => true);
    return archived.catch(ifReason(ALREADY_READ, false));
  }

  private ask<T>(
    call: Partial<ApiCall> & { readonly path: string },
    credentials: ClientCredentials,
    read: (json: unknown) => T,
    options?: CallOptions,
  ): Promise<T> {
    const ask = (token: AccessToken, left: CallOptions): Promise<T> => this.api.read({ ...call, token }, read, left);
    return this.tokens.asClient(credentials, '/premium-notification', ask, options);
  }
}

function pathOf(orcid: OrcidId): string {
  return `/${orcid}/notification-permission`;
}

function readOne(json: unknown): SentNotification {
  return readRequired(sentNotification, objectIn(json));
}
