import { FeedImportRows } from '@ligature/persistence';
import { Query, Resolver } from '@nestjs/graphql';
import type { Principal } from '@ligature/identity-model';
import { Needs } from '../access/needs.decorator.ts';
import { CurrentPrincipal } from '../access/principal.decorator.ts';
import { FeedImportType } from './feed-import.type.ts';

@Resolver(() => FeedImportType)
@Needs('read')
export class FeedResolver {
  constructor(private readonly imports: FeedImportRows) {}

  @Query(() => FeedImportType, {
    nullable: true,
    description: 'The newest import, also one that was refused as a whole.',
  })
  async latestImport(@CurrentPrincipal() { institutionId }: Principal): Promise<FeedImportType | null> {
    const found = await this.imports.newest(institutionId);
    if (found === undefined) return null;
    const { id, feed, fileName, importedAt, counts, refused: refusedRows, faults } = found;
    return { id, feed, fileName, importedAt, ...counts, refusedRows, faults };
  }
}
