import { type OrcidEnvironment, ORCID_ENVIRONMENTS, type OrcidId } from '@ligature/orcid-model';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { v7 as newId } from 'uuid';
import type { SealedSecret } from '../vault/sealed-secret.ts';
import { Institution } from './institution.entity.ts';
import { Person } from './person.entity.ts';

export const RetiredTokenSchema = defineEntity({
  name: 'RetiredToken',
  tableName: 'retired_token',
  properties: {
    id: p.uuid().primary(),
    institutionId: () => p.manyToOne(Institution).mapToPk().joinColumn('institution_id'),
    personId: () => p.manyToOne(Person).mapToPk().joinColumn('person_id'),
    environment: p.enum(ORCID_ENVIRONMENTS),
    orcid: p.text().$type<OrcidId>(),
    accessToken: p.text().$type<SealedSecret<'access-token'>>().hidden(),
    retiredAt: p.datetime(),
  },
});

/** A token that nobody uses any more and that ORCID has yet to be told to end. Deleted as soon as ORCID was told. */
export class RetiredToken extends RetiredTokenSchema.class {
  constructor(given: {
    institutionId: string;
    personId: string;
    environment: OrcidEnvironment;
    orcid: OrcidId;
    retiredAt: Date;
  }) {
    super();
    Object.assign(this, { id: newId() }, given);
  }

  keep(sealed: SealedSecret<'access-token'>): void {
    this.accessToken = sealed;
  }
}

RetiredTokenSchema.setClass(RetiredToken);
