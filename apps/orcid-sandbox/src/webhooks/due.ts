import { type Registry } from '../registry/registry.ts';
import { type Webhook } from './webhook.ts';

/**
 * Registrations whose record has moved on, and whose waiting time is over: `failures` times ten minutes after the last
 * failure, and never again after the 25th (S: WebhookDaoImpl; linear, whatever the tutorial says).
 */
export function dueWebhooks(registry: Registry): Webhook[] {
  const { maxFailures, retryMinutes, timeFactor } = registry.settings.webhooks;
  const now = registry.now();
  return [...registry.webhooks].filter(({ orcid, seenRevision, failures, lastFailed, clientId }) => {
    const hasMoved = (registry.record(orcid)?.revision ?? 0) > seenRevision;
    const waitsUntil = (lastFailed ?? 0) + (failures * retryMinutes * 60_000) / timeFactor;
    const mayCall = registry.clients.find(clientId)?.state === 'active';
    return hasMoved && mayCall && failures < maxFailures && now >= waitsUntil;
  });
}
