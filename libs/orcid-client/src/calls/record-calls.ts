import type {
  ActivitySection,
  Biography,
  EmailAddress,
  ListedItem,
  OrcidRecord,
  RecordPerson,
  PersonalDetails,
  RecordSummary,
} from '@ligature/orcid-model';
import type { OrcidApi } from '../http/orcid-api.ts';
import type { CallOptions } from '../pacing/deadline.ts';
import type { RecordAccess } from '../record-access.ts';
import { objectIn } from '../wire/json.ts';
import { recordSummary } from '../wire/record-summary.wire.ts';
import { activities, biography, emails, orcidRecord, person, personalDetails } from '../wire/record.wire.ts';
import { readRequired, type Wire } from '../wire/wire.ts';
import { ifReason } from './if-reason.ts';

/** ORCID answers 404 where others would show nothing. */
const NO_BIOGRAPHY = '9041';

/** A record, whole or in large parts; each as far as the permission lets us see it. */
export class RecordCalls {
  constructor(private readonly api: OrcidApi) {}

  read(access: RecordAccess, options?: CallOptions): Promise<OrcidRecord> {
    return this.get(access, 'record', orcidRecord, options);
  }

  person(access: RecordAccess, options?: CallOptions): Promise<RecordPerson> {
    return this.get(access, 'person', person, options);
  }

  personalDetails(access: RecordAccess, options?: CallOptions): Promise<PersonalDetails> {
    return this.get(access, 'personal-details', personalDetails, options);
  }

  /** @returns undefined when there is none, or none that the permission lets us see */
  async biography(access: RecordAccess, options?: CallOptions): Promise<Biography | undefined> {
    return this.get(access, 'biography', biography, options).catch(ifReason(NO_BIOGRAPHY, undefined));
  }

  /** Verified addresses; all of them needs the scope `/email/read-private`. */
  emails({ orcid, token }: RecordAccess, options?: CallOptions): Promise<readonly EmailAddress[]> {
    const path = `/${orcid}/email`;
    return this.api.read({ path, token }, (json) => readRequired(emails, objectIn(json)['email']), options);
  }

  activities(access: RecordAccess, options?: CallOptions): Promise<readonly ListedItem<ActivitySection>[]> {
    return this.get(access, 'activities', activities, options);
  }

  /** How much of the record others have confirmed. Public data only, so a client's token will do. */
  summary(access: RecordAccess, options?: CallOptions): Promise<RecordSummary> {
    return this.get(access, 'summary', recordSummary, options);
  }

  private async get<T>({ orcid, token }: RecordAccess, part: string, wire: Wire<T>, options?: CallOptions): Promise<T> {
    return this.api.read({ path: `/${orcid}/${part}`, token }, (json) => readRequired(wire, objectIn(json)), options);
  }
}
