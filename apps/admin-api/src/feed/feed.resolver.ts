import { AppointmentRepository } from '@ligature/persistence';
import { Query, Resolver } from '@nestjs/graphql';
import type { AdminPrincipal } from '../access/admin-principal.ts';
import { Allow, READERS } from '../access/allow.decorator.ts';
import { Principal } from '../access/principal.decorator.ts';
import { FeedImportType } from './feed-import.type.ts';

@Resolver(() => FeedImportType)
@Allow(READERS)
export class FeedResolver {
  constructor(private readonly appointments: AppointmentRepository) {}

  @Query(() => FeedImportType, { nullable: true, description: 'The newest import of an HR export.' })
  async latestImport(@Principal() { institutionId }: AdminPrincipal): Promise<FeedImportType | null> {
    const found = await this.appointments.latestImport(institutionId);
    if (found === null) return null;
    const { id, fileName, importedAt, counts, refused: refusedRows } = found;
    return { id, fileName, importedAt, ...counts, refusedRows };
  }
}
