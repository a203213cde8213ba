import type { OrcidId, Scope } from '@ligature/orcid-model';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { v7 as newId } from 'uuid';
import { digest } from '../digest.ts';
import type { SealedSecret } from '../vault/sealed-secret.ts';
import { Person } from './person.entity.ts';
import { RetiredToken } from './retired-token.entity.ts';

export const PendingGrantSchema = defineEntity({
  name: 'PendingGrant',
  tableName: 'pending_grant',
  properties: {
    id: p.uuid().primary(),
    personId: () => p.manyToOne(Person).mapToPk().joinColumn('person_id').unique(),
    /** Its access token, which is ended unless the person confirms in time. */
    retiredTokenId: () =>
      p.manyToOne(RetiredToken).mapToPk().joinColumn('retired_token_id').deleteRule('cascade').unique(),
    orcid: p.text().$type<OrcidId>(),
    /** The name ORCID shows for the iD; null when its owner keeps it private. */
    name: p.text().nullable(),
    scopes: p.array<Scope>().$type<Scope[]>(),
    /** Sealed for the place of the retired token. */
    refreshToken: p.text().$type<SealedSecret<'refresh-token'>>().nullable().hidden(),
    tokenExpiresAt: p.datetime(),
    /** SHA-256 of the session that it came to: no other may confirm it. */
    session: p.text(),
    /** Which text the person had read, e.g. `2026-11/de`. */
    shownText: p.text(),
    /** Until when it may be confirmed. */
    expiresAt: p.datetime(),
  },
});

/** What a person granted and has not yet confirmed to be theirs. Nothing is read, written or listed by it. */
export class PendingGrant extends PendingGrantSchema.class {
  constructor(given: {
    personId: string;
    retiredTokenId: string;
    orcid: OrcidId;
    name: string | null;
    scopes: readonly Scope[];
    refreshToken: SealedSecret<'refresh-token'> | null;
    tokenExpiresAt: Date;
    sessionId: string;
    shownText: string;
    expiresAt: Date;
  }) {
    super();
    this.id = newId();
    this.personId = given.personId;
    this.retiredTokenId = given.retiredTokenId;
    this.orcid = given.orcid;
    this.name = given.name;
    this.scopes = [...given.scopes];
    this.refreshToken = given.refreshToken;
    this.tokenExpiresAt = given.tokenExpiresAt;
    this.session = digest(given.sessionId);
    this.shownText = given.shownText;
    this.expiresAt = given.expiresAt;
  }
}

PendingGrantSchema.setClass(PendingGrant);
