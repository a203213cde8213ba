import { displayName } from '../view/public-name.ts';
import { type OrcidRecord } from '../registry/orcid-record.ts';
import { type Registry } from '../registry/registry.ts';
import { fingerprint } from './call-log.ts';

export function personView({ orcid, profile, created, modified, items }: OrcidRecord): Record<string, unknown> {
  const { key, state, emails, nameVisibility, defaultVisibility, notifications } = profile;
  return {
    key,
    orcid,
    name: displayName(profile),
    state: state.kind,
    ...(state.kind === 'merged' ? { mergedInto: state.into } : {}),
    emails,
    nameVisibility,
    defaultVisibility,
    notifications,
    created: new Date(created).toISOString(),
    modified: new Date(modified).toISOString(),
    items: items.length,
  };
}

/** Everything about one record, whoever may see it: the oracle of a test. */
export function recordView(registry: Registry, record: OrcidRecord): Record<string, unknown> {
  const tokens = [...registry.tokens].filter((token) => token.orcid === record.orcid);
  return {
    ...personView(record),
    items: record.items,
    tokens: tokens.map(({ accessToken, clientId, scopes, issuedAt, expiresAt, revoked }) => ({
      token: fingerprint(accessToken),
      clientId,
      scopes,
      issuedAt: new Date(issuedAt).toISOString(),
      expiresAt: new Date(expiresAt).toISOString(),
      revoked,
    })),
  };
}
