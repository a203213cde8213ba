import type { ExternalId } from './external-id.ts';
import type { PutCode } from './put-code.ts';
import type { UnlistedWord } from './unlisted-word.ts';

/** What a notification may announce (notification-permission-3.0.xsd, item-type). */
export const NOTIFIED_KINDS = [
  'distinction',
  'education',
  'employment',
  'funding',
  'invited-position',
  'membership',
  'peer-review',
  'qualification',
  'service',
  'work',
] as const;

export interface NotifiedItem {
  readonly kind: (typeof NOTIFIED_KINDS)[number] | UnlistedWord;
  /** At most 1,000 characters. */
  readonly name: string;
  readonly externalId?: ExternalId;
}

/** A request to a person, sent to their ORCID inbox, to permit that items be added to their record. */
export interface PermissionNotification {
  /** ORCID advises to stay below 25 characters. */
  readonly subject: string;
  /** At most 1,000 characters. */
  readonly introduction: string;
  /** Where the person may permit it: a whole address, or a path of ORCID’s site such as `/oauth/authorize?…`. */
  readonly authorization: string;
  readonly items: readonly NotifiedItem[];
}

/** A notification we sent, and what became of it. */
export interface SentNotification {
  readonly putCode: PutCode;
  readonly content: PermissionNotification;
  readonly createdAt?: Date;
  readonly sentAt?: Date;
  readonly readAt?: Date;
  readonly actedOnAt?: Date;
  readonly archivedAt?: Date;
}
