import {
  ACTIVITY_SECTIONS,
  type Biography,
  type EmailAddress,
  type OrcidRecord,
  PERSON_SECTIONS,
  type PersonalDetails,
  type PersonName,
  type RecordHistory,
  type RecordPerson,
} from '@ligature/orcid-model';
import { isNothing } from './json.ts';
import { list } from './list.wire.ts';
import { itemsIn, readItems } from './listed-items.wire.ts';
import { at, maybe, object } from './object.wire.ts';
import { flag, orcidId, time } from './scalar.wire.ts';
import { shown } from './seen.wire.ts';
import { itemSource } from './source.wire.ts';
import { text } from './text.wire.ts';
import { readOnly, type Wire } from './wire.ts';

const name = object<PersonName>({
  given: at('given-names', text()),
  family: maybe('family-name', text()),
  credit: maybe('credit-name', text()),
  ...shown,
});

export const biography = object<Biography>({ text: at('content', text()), ...shown });

export const emails = list(
  object<EmailAddress>({
    address: at('email', text()),
    isPrimary: at('primary', flag),
    isVerified: at('verified', flag),
    source: at('source', itemSource),
    ...shown,
  }),
);

/** A list of items, which may be missing. */
function itemList<T>(read: (json: unknown) => readonly T[]): Wire<readonly T[]> {
  return readOnly({ read: (json) => (isNothing(json) ? [] : read(json)), nothing: () => [] });
}

const details = { name: maybe('name', name), biography: maybe('biography', biography) } as const;

export const personalDetails = object<PersonalDetails>({
  ...details,
  otherNames: at(
    'other-names',
    itemList((json) => readItems('other-name', json)),
  ),
});

export const person = object<RecordPerson>({
  ...details,
  emails: at('emails.email', emails),
  items: at(
    '',
    itemList((json) => itemsIn(PERSON_SECTIONS, json)),
  ),
});

export const activities = itemList((json) => itemsIn(ACTIVITY_SECTIONS, json));

const history = object<RecordHistory>({
  creationMethod: maybe('creation-method', text()),
  submittedAt: maybe('submission-date', time),
  completedAt: maybe('completion-date', time),
  changedAt: maybe('last-modified-date', time),
  deactivatedAt: maybe('deactivation-date', time),
  isClaimed: at('claimed', flag),
  hasVerifiedEmail: at('verified-email', flag),
  hasVerifiedPrimaryEmail: at('verified-primary-email', flag),
});

export const orcidRecord = object<OrcidRecord>({
  orcid: at('orcid-identifier', orcidId),
  language: maybe('preferences.locale', text()),
  history: at('history', history),
  person: at('person', person),
  activities: at('activities-summary', activities),
});
