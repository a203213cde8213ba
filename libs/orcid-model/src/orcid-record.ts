import type { OrcidId } from './orcid-id.ts';
import type { ListedItem } from './section-content.ts';
import type { ActivitySection, PersonSection } from './sections.ts';
import type { ItemSource, Seen } from './seen.ts';

type Shown = Pick<Seen<unknown>, 'visibility' | 'createdAt' | 'changedAt'>;

export interface PersonName extends Shown {
  readonly given: string;
  readonly family?: string;
  /** How the person is named in publications. */
  readonly credit?: string;
}

export interface Biography extends Shown {
  readonly text: string;
}

export interface EmailAddress extends Shown {
  readonly address: string;
  readonly isPrimary: boolean;
  readonly isVerified: boolean;
  readonly source: ItemSource;
}

/** Name, other names and biography; each as far as the permission lets us see it. */
export interface PersonalDetails {
  readonly name?: PersonName;
  readonly otherNames: readonly ListedItem<'other-name'>[];
  readonly biography?: Biography;
}

/** Who somebody is, as far as the permission lets us see it. */
export interface RecordPerson {
  readonly name?: PersonName;
  readonly biography?: Biography;
  readonly emails: readonly EmailAddress[];
  readonly items: readonly ListedItem<PersonSection>[];
}

export interface RecordHistory {
  /** How the record came to be, e.g. `DIRECT`, `API`, `MEMBER_REFERRED`. */
  readonly creationMethod?: string;
  readonly submittedAt?: Date;
  readonly completedAt?: Date;
  readonly changedAt?: Date;
  readonly deactivatedAt?: Date;
  readonly isClaimed: boolean;
  readonly hasVerifiedEmail: boolean;
  readonly hasVerifiedPrimaryEmail: boolean;
}

/** A whole record, as far as the permission lets us see it. */
export interface OrcidRecord {
  readonly orcid: OrcidId;
  /** Language the person reads ORCID in. */
  readonly language?: string;
  readonly history: RecordHistory;
  readonly person: RecordPerson;
  /** What somebody does: each item as a list shows it. */
  readonly activities: readonly ListedItem<ActivitySection>[];
}
