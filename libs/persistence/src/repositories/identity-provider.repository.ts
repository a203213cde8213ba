import { policyOf, type ProviderMetadata, type StatedPolicy } from '@ligature/identity-model';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { IdentityProvider } from '../entities/identity-provider.entity.ts';
import { describesMany, MetadataSource } from '../entities/metadata-source.entity.ts';
import { KEEP, LIST, PRUNE } from './identity-provider.sql.ts';
import { selectRows } from './rows/select-rows.ts';
import { foldText, wordsOf } from './search-text.ts';

const TRUSTED = [
  'sourceId',
  'displayName',
  'displayNames',
  'signOnUrl',
  'wantsSignedRequests',
  'singleLogout',
  'certificates',
  'scopes',
  'scopePatterns',
] as const;

const DEMANDS = ['id', 'kind', 'entityIds', 'providers', 'policy', 'exceptions'] as const;

/** A provider as a sign-in needs it, with what its source demands of it. */
export interface TrustedProvider {
  readonly provider: Pick<IdentityProvider, (typeof TRUSTED)[number]>;
  readonly policy: StatedPolicy;
}

/** A provider as people choose it. */
export interface ListedProvider {
  readonly entityId: string;
  readonly displayName: string;
}

export interface ProviderSearch {
  readonly text: string;
  /** Language that names are wanted in. */
  readonly language: string;
  /** Entity id that the page before ended with. */
  readonly after?: string | undefined;
  readonly limit: number;
  readonly at: Date;
}

/** The identity providers each institution trusts: thousands of them where it trusts a federation. */
@Injectable()
export class IdentityProviderRepository {
  constructor(private readonly em: EntityManager) {}

  /** Looks an entity id up among what is valid now; the first source that has it counts. */
  async find(institutionId: string, entityId: string, at: Date): Promise<TrustedProvider | null> {
    const valid = { $or: [{ validUntil: null }, { validUntil: { $gt: at } }] };
    const where = { institutionId, entityId, ...valid };
    const providers = await selectRows(this.em, IdentityProvider, { columns: TRUSTED, where });
    const [source] = await selectRows(this.em, MetadataSource, {
      columns: DEMANDS,
      where: { id: { $in: providers.map(({ sourceId }) => sourceId) } },
      orderBy: { position: 'asc' },
      limit: 1,
    });
    const provider = providers.find(({ sourceId }) => sourceId === source?.id);
    if (source === undefined || provider === undefined) return null;
    return { provider, policy: policyOf(entityId, source, describesMany(source)) };
  }

  /** Which sources describe these providers. */
  async sourcesOf(
    institutionId: string,
    entityIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const rows = await this.em.execute<{ entityId: string; sourceIds: string[] }[]>(
      `select entity_id as "entityId", jsonb_agg(source_id) as "sourceIds" from identity_provider
        where institution_id = ? and entity_id in (select jsonb_array_elements_text(?::jsonb)) group by entity_id`,
      [institutionId, JSON.stringify(entityIds)],
    );
    return new Map(rows.map(({ entityId, sourceIds }) => [entityId, sourceIds]));
  }

  /** A page of those people may choose from, by name, that have every word of the text in them. */
  search(institutionId: string, { text, language, after, limit, at }: ProviderSearch): Promise<ListedProvider[]> {
    const words = JSON.stringify(wordsOf(text));
    return this.em.execute<ListedProvider[]>(LIST, [
      language,
      institutionId,
      at,
      words,
      after ?? null,
      after ?? null,
      limit,
    ]);
  }

  /** Adds and changes a batch in one statement; what is stated as it was stays untouched. */
  async keep({ id, institutionId }: MetadataSource, providers: readonly ProviderMetadata[]): Promise<void> {
    await this.em.execute(KEEP, [institutionId, id, JSON.stringify(providers.map(toRow))]);
  }

  /** Drops what a source no longer states. */
  async prune({ id }: MetadataSource, stated: Iterable<string>): Promise<void> {
    await this.em.execute(PRUNE, [id, JSON.stringify([...stated])]);
  }
}

function toRow(stated: ProviderMetadata): object {
  const searched = [stated.displayName, ...Object.values(stated.displayNames), ...stated.keywords, ...stated.scopes];
  return {
    id: newId(),
    entity_id: stated.entityId,
    display_name: stated.displayName,
    display_names: stated.displayNames,
    search_text: foldText([...new Set(searched)].join('\n')),
    sign_on_url: stated.signOnUrl,
    wants_signed_requests: stated.wantsSignedRequests,
    single_logout: stated.singleLogout,
    certificates: stated.certificates,
    scopes: stated.scopes,
    scope_patterns: stated.scopePatterns,
    is_hidden: stated.isHidden,
    valid_until: stated.validUntil,
  };
}
