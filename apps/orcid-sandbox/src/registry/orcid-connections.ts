import { type ClientSettings } from '../settings/settings.ts';
import { type Notification } from './notifications.ts';
import { type OrcidRecord } from './orcid-record.ts';
import { type Registry } from './registry.ts';

const MOST_NOTICES = 2;
const BETWEEN_NOTICES = 10 * 86_400_000;

/**
 * The link with which ORCID begins a connection: everything that an authorization request needs, and no state, because
 * no client asked for it (S: NotificationManagerImpl, AUTHORIZATION_END_POINT).
 */
export function connectionUrl(site: string, { id, startedByOrcid }: ClientSettings): string | undefined {
  if (startedByOrcid === undefined) return undefined;
  const { scopes, redirectUri } = startedByOrcid;
  const encoded = [id, scopes.join(' '), redirectUri].map(encodeURIComponent);
  const [client = '', scope = '', uri = ''] = encoded;
  return `${site}/oauth/authorize?response_type=code&client_id=${client}&scope=${scope}&redirect_uri=${uri}`;
}

/** The clients that ORCID may lead a person to: they have no token yet. */
export function clientsToConnect(registry: Registry, { orcid }: OrcidRecord): ClientSettings[] {
  return registry.clients.all.filter(
    ({ id, startedByOrcid }) =>
      startedByOrcid !== undefined && registry.tokens.activeOf(orcid, registry.now(), id).length === 0,
  );
}

/**
 * Tells people with a verified address at an institution of its client: at most twice, ten days apart, and nobody who
 * has given it a permission (S: OrcidIntegrationMVPNotifications). Who opted out of notices gets none (our choice).
 * @returns how many were sent
 */
export function sendConnectionNotices(registry: Registry, site: string): number {
  const notices = [...registry.records].flatMap((record) => noticesFor(registry, site, record));
  for (const notice of notices) registry.notifications.put(notice);
  if (notices.length > 0) registry.changed();
  return notices.length;
}

function noticesFor(registry: Registry, site: string, record: OrcidRecord): Notification[] {
  if (!record.profile.notifications || record.profile.state.kind !== 'active') return [];
  return clientsToConnect(registry, record)
    .filter((client) => isKnownByAddress(record, client) && isDue(registry, record, client))
    .map((client) => noticeOf(registry, site, record, client));
}

function isKnownByAddress({ profile }: OrcidRecord, { startedByOrcid }: ClientSettings): boolean {
  return profile.emails.some(
    ({ address, verified }) => verified && startedByOrcid?.domains.includes(domainOf(address)) === true,
  );
}

function isDue(registry: Registry, { orcid }: OrcidRecord, { id }: ClientSettings): boolean {
  const sent = registry.notifications.of(orcid).filter(({ clientId, isFromOrcid }) => clientId === id && isFromOrcid);
  const last = Math.max(0, ...sent.map(({ created }) => created));
  return sent.length < MOST_NOTICES && (sent.length === 0 || registry.now() - last > BETWEEN_NOTICES);
}

function noticeOf(registry: Registry, site: string, { orcid }: OrcidRecord, client: ClientSettings): Notification {
  const content = {
    'authorization-url': { uri: connectionUrl(site, client) },
    'notification-subject': `Connect your record with ${client.name}`,
    'notification-intro': `Your e-mail address belongs to ${client.name}, which can add information to your record.`,
  };
  return {
    putCode: registry.nextPutCode(),
    orcid,
    clientId: client.id,
    content,
    created: registry.now(),
    isFromOrcid: true,
  };
}

export function domainOf(address: string): string {
  return address.split('@').at(-1)?.toLowerCase() ?? '';
}
