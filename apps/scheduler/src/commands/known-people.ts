import {
  ConnectionRows,
  type Institution,
  PersonRows,
  type RecordItemRow,
  RecordItemRows,
  type ShownConnection,
} from '@ligature/persistence';
import { titleOf } from '@ligature/orcid-model';
import { Injectable } from '@nestjs/common';
import { CommandError } from './command.error.ts';

/** What is known of people, for an operator who must tell one from another. */
@Injectable()
export class KnownPeople {
  constructor(
    private readonly people: PersonRows,
    private readonly connections: ConnectionRows,
    private readonly items: RecordItemRows,
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

  /** What stands on the record that each is or was last connected with: a line for each item, by the person's id. */
  async itemsOf(institutionId: string, ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const connections = await this.connections.latestOf(institutionId, ids);
    const items = await this.items.ofConnections(
      institutionId,
      [...connections.values()].map(({ id }) => id),
    );
    const linesOf = ({ id, orcid, connectedAt }: ShownConnection): string[] => [
      `${orcid}, connected ${connectedAt.toISOString()}`,
      ...(items.get(id) ?? []).filter(standsThere).map(describeItem),
    ];
    return new Map([...connections].map(([person, connection]) => [person, linesOf(connection)]));
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

const STANDING: readonly RecordItemRow['state'][] = ['present', 'notOurs', 'missing'];

/** Whether an item stands on the record, as far as we know. */
export function standsThere({ state }: Pick<RecordItemRow, 'state'>): boolean {
  return STANDING.includes(state);
}

/** One item, as it is named to operators. */
export function describeItem({ section, putCode, content, state }: RecordItemRow): string {
  const title = content == null ? '' : ` "${titleOf(content)}"`;
  return `${section}${title}, put-code ${putCode ?? 'not known'}${state === 'present' ? '' : ` (${state})`}`;
}
