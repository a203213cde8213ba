import { OrcidError } from '../api/orcid-error.ts';
import { type NotificationContent } from '../model/notification.ts';
import { type Tree } from '../shape/shape.ts';
import { type Registry } from '../registry/registry.ts';
import { checkIdentifiers } from './external-id.rules.ts';

/** S: NotificationValidationManagerImpl. */
export function checkNotification(content: Tree, registry: Registry): void {
  const { 'authorization-url': { uri = '' } = {}, items } = content as NotificationContent;
  if (!isUriReference(uri)) throw new OrcidError(9020, { detail: 'Bad authorization uri' });
  checkIdentifiers(
    (items?.item ?? []).flatMap((item) => item['external-id'] ?? []),
    registry,
  );
}

/** An illegal argument, not the 9024 of everything else, and noticed last (S: NotificationManagerImpl.createNotification). */
export function refusePutCode(content: Tree): void {
  if (content['put-code'] === undefined) return;
  throw new OrcidError(9006, { detail: 'Put code must be null when creating a new notification' });
}

/** What `new java.net.URI` takes: a relative one as well; nothing about `path` is checked (RFC 2396, its characters). */
function isUriReference(text: string): boolean {
  return /^(?:[\w\-.!~*'();/?:@&=+$,#[\]]|%[\da-f]{2}|[^\0-\x7F])*$/i.test(text);
}
