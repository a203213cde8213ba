import { AuditTrail, type Institution } from '@ligature/persistence';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { type Consequence, countConcerned } from '../consequences/consequence.ts';
import type { GivenSetup } from './given-setup.ts';
import type { InstitutionFile } from './institution-file.ts';
import { InstitutionWriter } from './institution-writer.ts';
import type { DescribedSource } from './provider-source.ts';
import { SourceWriter } from './source-writer.ts';

/** An institution as it is, and the sources it is to have. */
export interface PreparedSetup {
  /** Null when it is new. */
  readonly known: Institution | null;
  readonly sources: readonly DescribedSource[];
}

/** Writes all that a file says of an institution, in one transaction. */
@Injectable()
export class SetupWriter {
  constructor(
    private readonly em: EntityManager,
    private readonly institutions: InstitutionWriter,
    private readonly sources: SourceWriter,
    private readonly audit: AuditTrail,
  ) {}

  /** Refuses what must not be written; changes nothing. @throws InvalidSetupError */
  async prepare(file: InstitutionFile, given: GivenSetup): Promise<PreparedSetup> {
    const known = await this.institutions.find(file);
    return { known, sources: await this.sources.prepare(file, given) };
  }

  /** @throws InvalidSetupError and changes nothing */
  write(
    file: InstitutionFile,
    { clientSecret }: GivenSetup,
    sources: readonly DescribedSource[],
    confirmed: readonly Consequence[],
  ): Promise<Institution> {
    return this.em.transactional(async () => {
      const institution = await this.institutions.write(file, clientSecret);
      await this.sources.write(institution, sources);
      this.record(institution, sources, confirmed);
      return institution;
    });
  }

  private record({ id }: Institution, sources: readonly DescribedSource[], confirmed: readonly Consequence[]): void {
    this.audit.append({
      institutionId: id,
      actor: 'operator',
      actorId: null,
      action: 'institution.configured',
      subjectId: id,
      detail: {
        metadata: sources.map(({ location }) => location),
        confirmed: confirmed.map((consequence) => `${consequence.kind}: ${countConcerned(consequence)}`),
      },
    });
  }
}
