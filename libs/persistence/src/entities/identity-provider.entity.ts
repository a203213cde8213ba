import type { LogoutEndpoint } from '@ligature/identity-model';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { Institution } from './institution.entity.ts';
import { MetadataSource } from './metadata-source.entity.ts';

export const IdentityProviderSchema = defineEntity({
  name: 'IdentityProvider',
  tableName: 'identity_provider',
  properties: {
    id: p.uuid().primary(),
    institutionId: () => p.manyToOne(Institution).mapToPk().joinColumn('institution_id'),
    sourceId: () => p.manyToOne(MetadataSource).mapToPk().joinColumn('source_id').deleteRule('cascade'),
    entityId: p.text(),
    /** For people whose language it has no name in. */
    displayName: p.text(),
    /** By language tag. */
    displayNames: p.json<Readonly<Record<string, string>>>(),
    /** All that it may be searched by: names in all languages, keywords, domains; in small letters without accents. */
    searchText: p.text(),
    signOnUrl: p.text(),
    wantsSignedRequests: p.boolean(),
    singleLogout: p.json<readonly LogoutEndpoint[]>(),
    /** Base64 DER without PEM lines, all that the provider lists for signing. */
    certificates: p.array(),
    scopes: p.array(),
    /** Regular expressions of domains, as the metadata writes them. */
    scopePatterns: p.array(),
    /** It asks not to be offered for choice. */
    isHidden: p.boolean(),
    /** After this its metadata counts no more. */
    validUntil: p.datetime().nullable(),
  },
  uniques: [{ properties: ['institutionId', 'entityId', 'sourceId'] }],
  indexes: [{ properties: ['sourceId'] }],
});

/** An identity provider whose word an institution accepts, as its metadata describes it. Only metadata makes and changes it. */
export class IdentityProvider extends IdentityProviderSchema.class {}

IdentityProviderSchema.setClass(IdentityProvider);
