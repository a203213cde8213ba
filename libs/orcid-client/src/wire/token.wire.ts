import { parseOrcidId, parseScopes, Secret } from '@ligature/orcid-model';
import { z } from 'zod';
import type { OrcidGrant } from '../orcid-grant.ts';

const TokenAnswer = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().nullish(),
  expires_in: z.number().positive(),
  scope: z.string(),
  name: z.string().nullish(),
  orcid: z.string(),
});

/**
 * Reads the answer to a code exchange. The `orcid` member is the only source of the iD there is.
 * @throws ZodError or InvalidOrcidIdError when it is not such an answer
 */
export function readGrant(json: unknown, now: Date): OrcidGrant {
  const answer = TokenAnswer.parse(json);
  return {
    orcid: parseOrcidId(answer.orcid),
    name: answer.name || null,
    scopes: parseScopes(answer.scope),
    accessToken: new Secret('access-token', answer.access_token),
    refreshToken: answer.refresh_token ? new Secret('refresh-token', answer.refresh_token) : null,
    expiresAt: new Date(now.getTime() + answer.expires_in * 1000),
  };
}
