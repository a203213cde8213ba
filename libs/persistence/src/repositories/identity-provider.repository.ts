import type { ProviderMetadata, StatedPolicy } from '@ligature/identity-model';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { IdentityProvider } from '../entities/identity-provider.entity.ts';
import { MetadataSource } from '../entities/metadata-source.entity.ts';
import { KEEP, LIST, PRUNE } from './identity-provider.sql.ts';
import { foldText, wordsOf } from './search-text.ts';

/** A provider with what its source demands of it. */
export interface TrustedProvider {
  readonly provider: IdentityProvider;
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
    const providers = await this.em.find(IdentityProvider, { institutionId, entityId, ...valid });
    const sources = await this.em.find(
      MetadataSource,
      { id: { $in: providers.map(({ sourceId }) => sourceId) } },
      { orderBy: { position: 'asc' } },
    );
    const [source] = sources;
    const provider = providers.find(({ sourceId }) => sourceId === source?.id);
    return source === undefined || provider === undefined ? null : { provider, policy: source.policyOf(entityId) };
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
