import { includesScope } from '@ligature/orcid-model';
import {
  type Connection,
  ConnectionRepository,
  type Institution,
  InstitutionRepository,
  type Person,
  PersonRepository,
} from '@ligature/persistence';
import { Injectable } from '@nestjs/common';

/** A record the institution may write to: whose, by which permission. */
export interface SyncContext {
  readonly institution: Institution;
  readonly person: Person;
  readonly connection: Connection;
}

@Injectable()
export class SyncContexts {
  constructor(
    private readonly connections: ConnectionRepository,
    private readonly people: PersonRepository,
    private readonly institutions: InstitutionRepository,
  ) {}

  /** @returns undefined when the connection has ended or never permitted writing: then there is nothing to do */
  async find(connectionId: string): Promise<SyncContext | undefined> {
    const connection = await this.connections.get(connectionId);
    if (!connection.isActive || !includesScope(connection.scopes, '/activities/update')) return undefined;
    const person = await this.people.find(connection.institutionId, connection.personId);
    if (person === null) return undefined;
    return { connection, person, institution: await this.institutions.get(connection.institutionId) };
  }
}
