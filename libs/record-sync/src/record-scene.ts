import { includesScope } from '@ligature/orcid-model';
import {
  type Connection,
  ConnectionRepository,
  type Institution,
  InstitutionRepository,
  type Researcher,
  ResearcherRepository,
} from '@ligature/persistence';
import { Injectable } from '@nestjs/common';

/** A record the institution may write to: whose, by which permission. */
export interface RecordScene {
  readonly institution: Institution;
  readonly researcher: Researcher;
  readonly connection: Connection;
}

@Injectable()
export class RecordScenes {
  constructor(
    private readonly connections: ConnectionRepository,
    private readonly researchers: ResearcherRepository,
    private readonly institutions: InstitutionRepository,
  ) {}

  /** @returns undefined when the connection has ended or never permitted writing: then there is nothing to do */
  async find(connectionId: string): Promise<RecordScene | undefined> {
    const connection = await this.connections.get(connectionId);
    if (!connection.isActive || !includesScope(connection.scopes, '/activities/update')) return undefined;
    const researcher = await this.researchers.find(connection.institutionId, connection.researcherId);
    if (researcher === null) return undefined;
    return { connection, researcher, institution: await this.institutions.get(connection.institutionId) };
  }
}
