import {
  type AccessToken,
  type Affiliation,
  type AffiliationKind,
  type OrcidId,
  parsePutCode,
  type PutCode,
} from '@ligature/orcid-model';
import { Injectable } from '@nestjs/common';
import { UnexpectedAnswerError } from '../errors/unexpected-answer.error.ts';
import { MemberApi } from '../http/member-api.ts';
import { withPutCode } from '../wire/put-code.wire.ts';
import { AFFILIATION_PATHS, toWire } from '../wire/affiliation.wire.ts';
import { readAffiliationList, type SeenAffiliation } from '../wire/affiliation-list.wire.ts';

/** Whose record, with which permission. */
export interface RecordAccess {
  readonly orcid: OrcidId;
  readonly token: AccessToken;
}

/** Employments and the six other kinds of affiliation on one record. */
@Injectable()
export class AffiliationCalls {
  constructor(private readonly api: MemberApi) {}

  /** All items of a kind that the permission lets us see; our own always. */
  async list({ orcid, token }: RecordAccess, kind: AffiliationKind): Promise<SeenAffiliation[]> {
    return this.api.read(`/${orcid}/${AFFILIATION_PATHS[kind].all}`, token, readAffiliationList);
  }

  /** Adds an item. Never sent twice: without a look at the record a second POST may make a second item. */
  async create({ orcid, token }: RecordAccess, affiliation: Affiliation): Promise<PutCode> {
    const path = `/${orcid}/${AFFILIATION_PATHS[affiliation.kind].one}`;
    const response = await this.api.write('POST', path, token, JSON.stringify(toWire(affiliation)));
    const [, putCode] = /\/(\d+)$/.exec(response.location ?? '') ?? [];
    if (putCode === undefined) {
      throw new UnexpectedAnswerError({
        status: response.status,
        reason: 'no put-code in Location',
        path: response.path,
      });
    }
    return parsePutCode(putCode);
  }

  /** Replaces an item whole: what is left out is removed from it. */
  async replace({ orcid, token }: RecordAccess, putCode: PutCode, affiliation: Affiliation): Promise<void> {
    const path = `/${orcid}/${AFFILIATION_PATHS[affiliation.kind].one}/${putCode}`;
    await this.api.write('PUT', path, token, withPutCode(toWire(affiliation), putCode));
  }

  /** Removes an item; ORCID still lets us when the person took the permission back (USER_REVOKED). */
  async remove({ orcid, token }: RecordAccess, kind: AffiliationKind, putCode: PutCode): Promise<void> {
    await this.api.write('DELETE', `/${orcid}/${AFFILIATION_PATHS[kind].one}/${putCode}`, token);
  }
}
