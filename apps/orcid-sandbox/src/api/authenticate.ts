import { type Trouble } from '../faults/trouble.ts';
import { type Registry } from '../registry/registry.ts';
import { type Access } from './access.ts';
import { OAuthShapedError } from './oauth-shaped-error.ts';

interface Credentials {
  readonly authorization: string | undefined;
  readonly query: URLSearchParams;
  readonly method: string;
}

export function bearerOf({ authorization, query }: Credentials): string | undefined {
  const [, token] = /^bearer\s+(\S+)$/i.exec(authorization ?? '') ?? [];
  return token ?? query.get('access_token') ?? undefined;
}

/**
 * The token gate (S: OrcidBearerTokenFilter). A token that the person took back is still good for DELETE, so
 * that a client can clean up after itself; every other dead token is as good as an unknown one. So is every token
 * while the authorization server does not answer (S: validateTokenData, AuthorizationServerUtil.tokenIntrospection).
 */
export function authenticate(
  registry: Registry,
  credentials: Credentials,
  failure?: Trouble['introspection'],
): Access | undefined {
  const bearer = bearerOf(credentials);
  if (bearer === undefined) return undefined;
  if (failure === 'error') throw OAuthShapedError.notIntrospected(bearer, registry.settings.oauth.texts);
  if (failure === 'unreachable') throw OAuthShapedError.invalidToken(bearer);
  const token = registry.tokens.find(bearer);
  const client = registry.clients.find(token?.clientId);
  if (token === undefined || client === undefined || token.expiresAt <= registry.now()) {
    throw OAuthShapedError.invalidToken(bearer);
  }
  const mayCleanUp = token.revoked === 'USER_REVOKED' && credentials.method === 'DELETE';
  if (token.revoked !== undefined && !mayCleanUp) throw OAuthShapedError.invalidToken(bearer);
  if (client.state === 'deactivated') throw OAuthShapedError.noMember(bearer);
  return { token, client };
}
