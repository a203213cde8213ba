import type { ContentOf, OrcidId, PutCode, Section } from '@ligature/orcid-model';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { ConnectionEnd, RecordState } from '../../entities/connection.entity.ts';

/** An item on a record that nobody of the institution may write to any more, and whose it is. */
export interface LetGoItem {
  readonly itemId: string;
  readonly section: Section;
  readonly putCode: PutCode;
  /** What was last written; null where nobody knows. */
  readonly content: ContentOf | null;
  readonly connectionId: string;
  readonly endedBy: ConnectionEnd;
  readonly endedAt: Date;
  readonly recordState: RecordState;
  readonly hasToken: boolean;
  /** An operator ended the connection, since the record is somebody else's. */
  readonly removesItems: boolean;
  readonly orcid: OrcidId;
  readonly personId: string;
  readonly name: string | null;
  readonly staffIds: readonly string[];
}

/** Items. */
const LET_GO = `
select item.id as "itemId", item.section, item.put_code::text as "putCode", item.content, connection.id as "connectionId",
       connection.ended_by as "endedBy", connection.ended_at as "endedAt", connection.record_state as "recordState",
       connection.access_token is not null as "hasToken", connection.removes_items as "removesItems", connection.orcid, person.id as "personId", person.display_name as name,
       array(select staff_id from person_staff_id known where known.person_id = person.id order by staff_id) as "staffIds"
  from record_item item
  join connection on connection.id = item.connection_id
  join person on person.id = connection.person_id
 where item.id in (select value::uuid from jsonb_array_elements_text(?::jsonb))
 order by person.display_name nulls last, person.id, item.id`;

/** Items of ended connections, as they are shown to operators. */
@Injectable()
export class LetGoRows {
  constructor(private readonly em: EntityManager) {}

  async of(itemIds: readonly string[]): Promise<LetGoItem[]> {
    type Row = Omit<LetGoItem, 'endedAt'> & { readonly endedAt: string };
    const rows = await this.em.execute<Row[]>(LET_GO, [JSON.stringify(itemIds)]);
    return rows.map((row) => ({ ...row, endedAt: new Date(row.endedAt) }));
  }
}
