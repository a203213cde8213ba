import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Connection } from '../../entities/connection.entity.ts';
import { selectRows } from './select-rows.ts';

const SHOWN = [
  'id',
  'personId',
  'orcid',
  'name',
  'scopes',
  'connectedAt',
  'checkedAt',
  'doubtedSince',
  'recordState',
  'recordStateSince',
  'mergedInto',
  'endedAt',
  'endedBy',
] as const;

/** A connection as it is shown: without its tokens, sealed or not. */
export type ShownConnection = Pick<Connection, (typeof SHOWN)[number]>;

/** Connections as they are shown. */
@Injectable()
export class ConnectionRows {
  constructor(private readonly em: EntityManager) {}

  async findActive(institutionId: string, personId: string): Promise<ShownConnection | undefined> {
    const where = { institutionId, personId, endedAt: null };
    const [row] = await selectRows(this.em, Connection, { columns: SHOWN, where });
    return row;
  }

  /** The connection of the person whom a feed knows by this staff id. @returns undefined when there is none, or more than one such person */
  async latestByStaffId(institutionId: string, staffId: string): Promise<ShownConnection | undefined> {
    const people = await this.em.execute<{ id: string }[]>(
      `select distinct person_id as id from person_staff_id where institution_id = ? and staff_id = ? limit 2`,
      [institutionId, staffId],
    );
    const [person, other] = people;
    if (person === undefined || other !== undefined) return undefined;
    return (await this.latestOf(institutionId, [person.id])).get(person.id);
  }

  /** The connection of each person by their id: the active one, else the one that ended last. One query for a whole page. */
  async latestOf(institutionId: string, personIds: readonly string[]): Promise<Map<string, ShownConnection>> {
    const rows = await selectRows(this.em, Connection, {
      columns: SHOWN,
      where: { institutionId, personId: { $in: [...personIds] } },
      orderBy: { endedAt: 'asc nulls last', connectedAt: 'asc' },
    });
    return new Map(rows.map((row) => [row.personId, row]));
  }
}
