import { defineEntity, p } from '@mikro-orm/postgresql';
import { v7 as newId } from 'uuid';
import { Institution } from './institution.entity.ts';
import { Researcher } from './researcher.entity.ts';

export const ResearcherIdentitySchema = defineEntity({
  name: 'ResearcherIdentity',
  tableName: 'researcher_identity',
  properties: {
    id: p.uuid().primary(),
    institutionId: () => p.manyToOne(Institution).mapToPk().joinColumn('institution_id'),
    researcherId: () => p.manyToOne(Researcher).mapToPk().joinColumn('researcher_id'),
    /** Entity id of the identity provider. */
    provider: p.text(),
    /** What the provider calls the person for good: subject-id, persistent NameID …, never mail. */
    identifier: p.text(),
  },
  uniques: [{ properties: ['institutionId', 'provider', 'identifier'] }],
  indexes: [{ properties: ['researcherId'] }],
});

/** How one identity provider knows a researcher. */
export class ResearcherIdentity extends ResearcherIdentitySchema.class {
  constructor(given: { institutionId: string; researcherId: string; provider: string; identifier: string }) {
    super();
    Object.assign(this, { id: newId() }, given);
  }
}

ResearcherIdentitySchema.setClass(ResearcherIdentity);
