import { AppointmentRepository } from '@ligature/persistence';
import { Query, Resolver } from '@nestjs/graphql';
import type { Principal } from '@ligature/identity-model';
import { Needs } from '../access/needs.decorator.ts';
import { CurrentPrincipal } from '../access/principal.decorator.ts';
import { FeedImportType } from './feed-import.type.ts';

@Resolver(() => FeedImportType)
@Needs('read')
export class FeedResolver {
  constructor(private readonly appointments: AppointmentRepository) {}

  @Query(() => FeedImportType, { nullable: true, description: 'The newest import of an HR export.' })
  async latestImport(@CurrentPrincipal() { institutionId }: Principal): Promise<FeedImportType | null> {
    const found = await this.appointments.latestImport(institutionId);
    if (found === null) return null;
    const { id, fileName, importedAt, counts, refused: refusedRows } = found;
    return { id, fileName, importedAt, ...counts, refusedRows };
  }
}
