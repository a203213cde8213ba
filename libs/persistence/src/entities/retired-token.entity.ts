import { type OrcidEnvironment, ORCID_ENVIRONMENTS, type OrcidId } from '@ligature/orcid-model';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { v7 as newId } from 'uuid';
import { sealingKeyIndex } from '../vault/sealing-key-index.ts';
import type { SealedSecret } from '../vault/sealed-secret.ts';
import { Institution } from './institution.entity.ts';
import { OrcidClient } from './orcid-client.entity.ts';
import { Person } from './person.entity.ts';

export const RetiredTokenSchema = defineEntity({
  name: 'RetiredToken',
  tableName: 'retired_token',
  properties: {
    id: p.uuid().primary(),
    institutionId: () => p.manyToOne(Institution).mapToPk().joinColumn('institution_id'),
    personId: () => p.manyToOne(Person).mapToPk().joinColumn('person_id'),
    environment: p.enum(ORCID_ENVIRONMENTS),
    /** The client whose credentials end it: another client's revocation answers 200 and does nothing. */
    orcidClientId: () => p.manyToOne(OrcidClient).mapToPk().joinColumn('orcid_client_id'),
    /** Null where ORCID's answer named none that can be read. */
    orcid: p.text().$type<OrcidId>().nullable(),
    /** The place it was sealed for: it is moved here as it is, so that retiring needs no key. */
    sealedTable: p.enum(['connection', 'retired_token'] as const),
    sealedRow: p.uuid(),
    accessToken: p.text().$type<SealedSecret<'access-token'>>().hidden(),
    retiredAt: p.datetime(),
  },
  indexes: [sealingKeyIndex('retired_token', 'access_token')],
});

/** A token that nobody uses any more and that ORCID has yet to be told to end. Deleted as soon as ORCID was told. */
export class RetiredToken extends RetiredTokenSchema.class {
  constructor(given: {
    institutionId: string;
    personId: string;
    orcidClientId: string;
    environment: OrcidEnvironment;
    orcid: OrcidId | null;
    retiredAt: Date;
  }) {
    super();
    this.id = newId();
    this.institutionId = given.institutionId;
    this.personId = given.personId;
    this.orcidClientId = given.orcidClientId;
    this.environment = given.environment;
    this.orcid = given.orcid;
    this.retiredAt = given.retiredAt;
    this.sealedTable = 'retired_token';
    this.sealedRow = this.id;
  }

  /** A token that was sealed for this row. */
  keep(sealed: SealedSecret<'access-token'>): void {
    this.accessToken = sealed;
  }

  /** It is another person's from now on, and is to be sealed for them. */
  handOver(personId: string): void {
    this.personId = personId;
    this.sealedTable = 'retired_token';
    this.sealedRow = this.id;
  }

  /** The token of a connection, as it was sealed for that row. */
  takeOver(sealed: SealedSecret<'access-token'>, connectionId: string): void {
    this.accessToken = sealed;
    this.sealedTable = 'connection';
    this.sealedRow = connectionId;
  }
}

RetiredTokenSchema.setClass(RetiredToken);
