import { ConnectionRows, PersonRows } from '@ligature/persistence';
import { Injectable } from '@nestjs/common';

/** What is known of people, for an operator who must tell one from another. */
@Injectable()
export class KnownPeople {
  constructor(
    private readonly people: PersonRows,
    private readonly connections: ConnectionRows,
  ) {}

  /** @returns a line for each person by their id; three queries for all of them */
  async describe(institutionId: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const people = await this.people.byId(institutionId, ids);
    const staffIds = await this.people.staffIdsOf(institutionId, ids);
    const connections = await this.connections.latestOf(institutionId, ids);
    const lineOf = (id: string): string => {
      const { displayName, mail, signedInAt } = people.get(id) ?? {};
      const connection = connections.get(id);
      return [
        displayName ?? 'without a name',
        mail ?? 'no mail known',
        `staff ids: ${staffIds.get(id)?.join(', ') ?? 'none'}`,
        connection === undefined
          ? 'never connected an ORCID iD'
          : `${connection.endedAt == null ? 'connected' : 'was connected'} with ${connection.orcid}`,
        signedInAt == null ? 'never signed in' : `signed in ${signedInAt.toISOString().slice(0, 10)}`,
      ].join('; ');
    };
    return new Map(ids.map((id) => [id, lineOf(id)]));
  }
}
