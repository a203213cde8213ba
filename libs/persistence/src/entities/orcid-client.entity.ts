import { defineEntity, p } from '@mikro-orm/postgresql';
import { v7 as newId } from 'uuid';
import { sealingKeyIndex } from '../vault/sealing-key-index.ts';
import type { SealedSecret } from '../vault/sealed-secret.ts';
import { Institution } from './institution.entity.ts';

export const OrcidClientSchema = defineEntity({
  name: 'OrcidClient',
  tableName: 'orcid_client',
  properties: {
    id: p.uuid().primary(),
    institutionId: () => p.manyToOne(Institution).mapToPk().joinColumn('institution_id'),
    /** As ORCID names it, `APP-…`. */
    clientId: p.text(),
    clientSecret: p.text().$type<SealedSecret<'client-secret'>>().hidden(),
    /** Whether people connect under it now; a former client keeps the tokens and items it was granted. */
    isCurrent: p.boolean(),
    createdAt: p.datetime(),
    /** Since when ORCID refuses it, as long as it accepted it no more since. */
    refusedAt: p.datetime().nullable(),
  },
  uniques: [
    { properties: ['institutionId', 'clientId'] },
    { name: 'orcid_client_one_current', properties: ['institutionId'], where: { isCurrent: true } },
  ],
  indexes: [sealingKeyIndex('orcid_client', 'client_secret')],
});

/** Who the institution is, or was, at ORCID. Every token and every item names the client it came from. */
export class OrcidClient extends OrcidClientSchema.class {
  constructor(given: { institutionId: string; clientId: string; createdAt: Date }) {
    super();
    this.id = newId();
    this.institutionId = given.institutionId;
    this.clientId = given.clientId;
    this.createdAt = given.createdAt;
    this.isCurrent = true;
  }

  keepSecret(sealed: SealedSecret<'client-secret'>): void {
    this.clientSecret = sealed;
    this.refusedAt = null;
  }

  becomeCurrent(): void {
    this.isCurrent = true;
  }

  becomeFormer(): void {
    this.isCurrent = false;
  }
}

OrcidClientSchema.setClass(OrcidClient);
