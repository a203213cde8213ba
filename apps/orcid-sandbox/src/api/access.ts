import { grants } from '../oauth/scopes.ts';
import { type Token } from '../oauth/tokens.ts';
import { type ClientSettings } from '../settings/settings.ts';
import { type OrcidRecord } from '../registry/orcid-record.ts';
import { OrcidError } from './orcid-error.ts';

/** Who is calling: a client with a token that passed the gate, or nobody in particular (public API only). */
export interface Access {
  readonly token: Token;
  readonly client: ClientSettings;
}

/** S: OrcidSecurityManagerImpl.isMyToken. */
export function requireTokenFor(record: OrcidRecord, { token, client }: Access): void {
  refusePublicClient(client);
  if (token.orcid === undefined) {
    if (token.scopes.every((scope) => NOT_A_PERSONS.has(scope))) return;
    throw new OrcidError(9005, { detail: 'Non client credential scope found in client request' });
  }
  if (token.orcid !== record.orcid) {
    throw new OrcidError(9017, { detail: 'Access token is for a different record' });
  }
}

const NOT_A_PERSONS = new Set([
  '/read-public',
  '/webhook',
  '/premium-notification',
  '/group-id-record/read',
  '/group-id-record/update',
]);

/** S: OrcidSecurityManagerImpl.checkScopes; one of `needed` is enough. */
export function requireScope({ token, client }: Access, ...needed: readonly string[]): void {
  refusePublicClient(client);
  if (!needed.some((scope) => grants(token.scopes, scope))) throw new OrcidError(9038);
}

function refusePublicClient(client: ClientSettings): void {
  if (client.type === 'public') {
    throw new OrcidError(9017, { detail: 'The client application is forbidden to perform the action.' });
  }
}
