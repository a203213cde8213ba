import type { OrcidId } from './orcid-id.ts';
import type { PutCode } from './put-code.ts';
import type { UnlistedWord } from './unlisted-word.ts';
import type { Visibility } from './visibility.ts';

/** Who said something: a client, or the owner of a record themselves. */
export interface Asserter {
  /** Client id, `APP-…`. */
  readonly clientId?: string;
  readonly orcid?: OrcidId;
  readonly name?: string;
}

/** Who wrote an item. `origin`: on whose behalf, which ORCID has retired but items of old still carry. */
export interface ItemSource extends Asserter {
  readonly origin?: Asserter;
}

/** Something as it stands on a record, with what ORCID adds to it. */
export interface Seen<T> {
  readonly putCode: PutCode;
  readonly content: T;
  readonly source: ItemSource;
  readonly visibility?: Visibility | UnlistedWord;
  readonly createdAt?: Date;
  readonly changedAt?: Date;
}

/** Whether a client may change the item: it is the source, and said it for nobody else. */
export function isWrittenBy({ clientId, origin }: ItemSource, client: string): boolean {
  return clientId === client && (origin?.clientId ?? client) === client && origin?.orcid === undefined;
}
