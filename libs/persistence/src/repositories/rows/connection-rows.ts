import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Connection } from '../../entities/connection.entity.ts';
import { Keyring } from '../../vault/keyring.ts';
import { isLost } from '../../vault/sealed-by-lost-key.ts';
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
  'endedByOperator',
  'removesItems',
] as const;

/** Ids, lost keys, lost keys. The token of somebody who disconnected waits to be ended at ORCID, sealed as it was. */
const WITH_LOST_KEY = `
select id from connection
 where id in (select value::uuid from jsonb_array_elements_text(?::jsonb))
   and (${isLost('access_token')}
        or ended_by = 'disconnected' and exists (
             select 1 from retired_token token where token.sealed_row = connection.id and ${isLost('token.access_token')}))`;

type Row = Pick<Connection, (typeof SHOWN)[number]>;

/** A connection as it is shown: without its tokens, sealed or not. */
export interface ShownConnection extends Row {
  /** Whether the key that sealed its token is lost: the permission cannot be used here any more. */
  readonly isKeyLost: boolean;
}

/** Connections as they are shown. */
@Injectable()
export class ConnectionRows {
  constructor(
    private readonly em: EntityManager,
    private readonly keyring: Keyring,
  ) {}

  async findActive(institutionId: string, personId: string): Promise<ShownConnection | undefined> {
    const where = { institutionId, personId, endedAt: null };
    const [row] = await this.shown(await selectRows(this.em, Connection, { columns: SHOWN, where }));
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
    return new Map((await this.shown(rows)).map((row) => [row.personId, row]));
  }

  private async shown(rows: readonly Row[]): Promise<ShownConnection[]> {
    const lost = await this.withLostKey(rows.map(({ id }) => id));
    return rows.map((row) => ({ ...row, isKeyLost: lost.has(row.id) }));
  }

  /** No query where no key is lost. */
  private async withLostKey(ids: readonly string[]): Promise<ReadonlySet<string>> {
    if (this.keyring.lost.length === 0 || ids.length === 0) return new Set();
    const lost = JSON.stringify(this.keyring.lost);
    const rows = await this.em.execute<{ id: string }[]>(WITH_LOST_KEY, [JSON.stringify(ids), lost, lost]);
    return new Set(rows.map(({ id }) => id));
  }
}
