import { ConnectionRows, type Institution, PersonRows } from '@ligature/persistence';
import { Injectable } from '@nestjs/common';
import { CommandError } from './command.error.ts';

/** What is known of people, for an operator who must tell one from another. */
@Injectable()
export class KnownPeople {
  constructor(
    private readonly people: PersonRows,
    private readonly connections: ConnectionRows,
  ) {}

  /** The one person who is meant by an id, staff id or ORCID iD. @throws CommandError when that is nobody, or not only one */
  async one({ id, name }: Pick<Institution, 'id' | 'name'>, who: string): Promise<string> {
    const ids = await this.people.idsNamed(id, who);
    const [one, ...others] = ids;
    if (one === undefined)
      throw new CommandError(
        `${name} knows nobody by "${who}". Name a staff id, an ORCID iD, or a person as "cases" does.`,
      );
    if (others.length === 0) return one;
    const lines = [...(await this.describe(id, ids))].map(([person, line]) => `  - ${person}: ${line}`);
    throw new CommandError(
      [`"${who}" is more than one person here. Name one of them by the number:`, ...lines].join('\n'),
    );
  }

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
