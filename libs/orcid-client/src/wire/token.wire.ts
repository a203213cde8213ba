import { type AccessToken, parseOrcidId, parseScopes, Secret } from '@ligature/orcid-model';
import { z } from 'zod';
import type { ClientToken, OrcidGrant } from '../orcid-grant.ts';

const ClientTokenAnswer = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });

const GrantAnswer = ClientTokenAnswer.extend({
  refresh_token: z.string().nullish(),
  /** Another kind than RFC 6750's would have to be sent otherwise. */
  token_type: z.string().regex(/^bearer$/i),
  scope: z.string(),
  name: z.string().nullish(),
  orcid: z.string(),
});

/**
 * Reads the answer to a code exchange or a refresh. The `orcid` member is the only source of the iD there is.
 * @param clientId who asked
 * @throws ZodError or InvalidOrcidIdError when it is not such an answer
 */
export function readGrant(json: unknown, now: Date, clientId: string): OrcidGrant {
  const answer = GrantAnswer.parse(json);
  return {
    orcid: parseOrcidId(answer.orcid),
    clientId,
    name: nameIn(answer.name ?? ''),
    scopes: parseScopes(answer.scope),
    accessToken: new Secret('access-token', answer.access_token),
    refreshToken: answer.refresh_token ? new Secret('refresh-token', answer.refresh_token) : null,
    expiresAt: endOf(answer, now),
  };
}

/** The token in an answer that is otherwise not one; undefined where there is none. */
export function tokenIn(json: unknown): AccessToken | undefined {
  const { data } = z.object({ access_token: z.string().min(1) }).safeParse(json);
  return data && new Secret('access-token', data.access_token);
}

/** ORCID takes credit names of 150 characters, and given and family names of as many each. */
const LONGEST_NAME = 400;

/** A name is shown, and nothing else: what no database keeps of it goes. */
function nameIn(name: string): string | null {
  return Array.from(name.replaceAll('\0', '')).slice(0, LONGEST_NAME).join('').toWellFormed() || null;
}

/** Reads the answer to client credentials. @throws ZodError */
export function readClientToken(json: unknown, now: Date): ClientToken {
  const answer = ClientTokenAnswer.parse(json);
  return { token: new Secret('access-token', answer.access_token), expiresAt: endOf(answer, now) };
}

/** ORCID's tokens live twenty years; a time that is no date could be kept nowhere. */
const LONGEST_LIFE_S = 50 * 366 * 86_400;

function endOf({ expires_in: seconds }: { expires_in: number }, now: Date): Date {
  return new Date(now.getTime() + Math.min(seconds, LONGEST_LIFE_S) * 1000);
}
