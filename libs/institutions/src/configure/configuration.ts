import { AuditTrail, type Institution } from '@ligature/persistence';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { MetadataRefresh, type RefreshedSource } from '../metadata/metadata-refresh.ts';
import { ClientWriter } from './client-writer.ts';
import type { InstitutionFile } from './institution-file.ts';
import { InstitutionWriter } from './institution-writer.ts';
import type { GivenSetup } from './given-setup.ts';
import { SourceWriter } from './source-writer.ts';

/** An institution as it is now, and what was read of its identity providers. */
export interface ConfiguredInstitution {
  readonly institution: Institution;
  readonly refreshed: readonly RefreshedSource[];
}

/** Makes an institution's row and identity providers what its file says. */
@Injectable()
export class Configuration {
  constructor(
    private readonly em: EntityManager,
    private readonly institutions: InstitutionWriter,
    private readonly clients: ClientWriter,
    private readonly sources: SourceWriter,
    private readonly metadata: MetadataRefresh,
    private readonly audit: AuditTrail,
  ) {}

  /** Safe to run again: the file wins. @throws InvalidSetupError and changes nothing */
  async apply(file: InstitutionFile, given: GivenSetup): Promise<ConfiguredInstitution> {
    this.clients.demandOneEnvironment(file);
    const sources = await this.sources.prepare(file, given);
    const institution = await this.em.transactional(async () => {
      const institution = await this.institutions.write(file, given.clientSecret);
      await this.sources.write(institution, sources);
      this.audit.append({
        institutionId: institution.id,
        actor: 'operator',
        actorId: null,
        action: 'institution.configured',
        subjectId: institution.id,
        detail: { metadata: sources.map(({ location }) => location) },
      });
      return institution;
    });
    return { institution, refreshed: await this.metadata.refresh(institution, 'all') };
  }
}
