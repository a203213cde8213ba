import { defineEntity, p } from '@mikro-orm/postgresql';
import { v7 as newId } from 'uuid';
import { Institution } from './institution.entity.ts';

/** Which statement of an assertion identifies the person, and which holds the staff id of the HR export. */
export interface ProviderPolicy {
  readonly identifier: 'subject-id' | 'pairwise-id' | 'persistent-name-id' | 'eduPersonPrincipalName';
  /** Attribute name as the provider sends it, e.g. `urn:oid:2.16.840.1.113730.3.1.3` (employeeNumber). */
  readonly staffIdAttribute?: string | undefined;
}

/** What an operator, or the provider's own metadata, says of an identity provider. */
export interface IdentityProviderFacts {
  readonly displayName: string;
  readonly signOnUrl: string;
  readonly certificates: string[];
  readonly policy: ProviderPolicy;
}

export const IdentityProviderSchema = defineEntity({
  name: 'IdentityProvider',
  tableName: 'identity_provider',
  properties: {
    id: p.uuid().primary(),
    institutionId: () => p.manyToOne(Institution).mapToPk().joinColumn('institution_id'),
    entityId: p.text(),
    displayName: p.text(),
    signOnUrl: p.text(),
    /** Base64 DER without PEM lines, all that the provider lists for signing. */
    certificates: p.array(),
    policy: p.json<ProviderPolicy>(),
  },
  uniques: [{ properties: ['institutionId', 'entityId'] }],
});

/** An identity provider whose word the institution accepts. */
export class IdentityProvider extends IdentityProviderSchema.class {
  constructor(given: IdentityProviderFacts & { institutionId: string; entityId: string }) {
    super();
    Object.assign(this, { id: newId() }, given);
  }

  describe(facts: IdentityProviderFacts): void {
    Object.assign(this, facts);
  }
}

IdentityProviderSchema.setClass(IdentityProvider);
