import { type World } from '../world/world.ts';
import { type Webhook } from './webhook.ts';

/**
 * Registrations whose record has moved on, and whose waiting time is over: `failures` times ten minutes after the last
 * failure, and never again after the 25th (S: WebhookDaoImpl; linear, whatever the tutorial says).
 */
export function dueWebhooks(world: World): Webhook[] {
  const { maxFailures, retryMinutes, timeFactor } = world.settings.webhooks;
  const now = world.now();
  return [...world.webhooks].filter(({ orcid, seenRevision, failures, lastFailed, clientId }) => {
    const hasMoved = (world.record(orcid)?.revision ?? 0) > seenRevision;
    const waitsUntil = (lastFailed ?? 0) + (failures * retryMinutes * 60_000) / timeFactor;
    const mayCall = world.clients.find(clientId)?.state === 'active';
    return hasMoved && mayCall && failures < maxFailures && now >= waitsUntil;
  });
}
