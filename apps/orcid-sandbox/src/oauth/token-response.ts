import { publicName } from '../view/public-name.ts';
import { type Registry } from '../registry/registry.ts';
import { type Token } from './tokens.ts';

/** The answer of the token endpoint, its keys in the order of the settings. */
export function tokenResponse(registry: Registry, token: Token, idToken?: string): Record<string, unknown> {
  const { tokenKeyOrder } = registry.settings.oauth;
  const members: Record<string, unknown> = {
    access_token: token.accessToken,
    token_type: 'bearer',
    refresh_token: token.refreshToken,
    expires_in: Math.floor((token.expiresAt - registry.now()) / 1000),
    scope: token.scopes.join(' '),
    ...personOf(registry, token),
    ...(idToken === undefined ? {} : { id_token: idToken }),
  };
  const ordered = [...tokenKeyOrder.filter((key) => key in members), ...Object.keys(members)];
  return Object.fromEntries(ordered.map((key) => [key, members[key]]));
}

/** The name is the public one, or null; a token of the client alone has no name at all. */
function personOf(registry: Registry, { orcid }: Token): Record<string, string | null> {
  if (orcid === undefined) return { orcid: null };
  const record = registry.record(orcid);
  return { name: (record === undefined ? undefined : publicName(record.profile)) ?? null, orcid };
}
