import type { ContentOf, PutCode, Section } from '@ligature/orcid-model';
import { EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { type ItemProblem, type ItemState, RecordItem } from '../entities/record-item.entity.ts';
import { WriteIntent } from '../entities/write-intent.entity.ts';
import type { DecidedStep } from './plan.repository.ts';

/** What stands, or should, under one connection: as much of it as a plan needs. */
export interface ItemRow {
  readonly id: string;
  readonly connectionId: string;
  readonly assertionId: string;
  readonly section: Section;
  readonly state: ItemState;
  readonly selfId: string;
  readonly putCode: PutCode | null;
  readonly contentHash: string | null;
  readonly refusedHash: string | null;
}

/** An item as people see it, with what a plan needs to say what is about to happen to it. */
export interface ShownItem extends ItemRow {
  readonly writtenAt: Date | null;
  readonly problem: ItemProblem | null;
  /** What was last written; null where nobody knows. */
  readonly content: ContentOf | null;
  /** What became of the last step that would take something from it and is not done yet; null where there is none. */
  readonly decision: DecidedStep['decision'] | null;
  /** What that step would write; null where it removes the item. */
  readonly decidedHash: string | null;
  /** When a write of it was begun of which nobody knows yet what became; null where there is none. */
  readonly intendedAt: Date | null;
  readonly origin: ShownOrigin;
}

/** The row of a feed from which an item comes, by the keys that its feed knows. */
export interface ShownOrigin {
  readonly feed: string;
  readonly personKey: string;
  readonly rowKey: string;
}

/** What another client of the institution left of the same record. */
export interface FormerItem {
  readonly assertionId: string;
  readonly state: ItemState;
  readonly section: Section;
  readonly putCode: PutCode | null;
  /** What was last written; null where nobody knows. */
  readonly content: ContentOf | null;
  readonly writtenAt: Date | null;
  /** Whether nobody knows what became of the last write of it. */
  readonly isInDoubt: boolean;
  readonly origin: ShownOrigin;
}

const ITEMS_OF = `
select id, connection_id as "connectionId", assertion_id as "assertionId", section, state, self_id as "selfId",
       put_code::text as "putCode", content_hash as "contentHash", refused_hash as "refusedHash"
  from record_item where connection_id in (select value::uuid from jsonb_array_elements_text(?::jsonb)) order by id`;

const CONTENTS_OF = `
select id, content from record_item where id in (select value::uuid from jsonb_array_elements_text(?::jsonb))`;

const ORIGIN = `
jsonb_build_object('feed', assertion.feed, 'personKey', assertion.person_key, 'rowKey', assertion.row_key) as origin`;

/** Connection. */
const SHOWN_OF = `
select item.id, item.connection_id as "connectionId", item.assertion_id as "assertionId", item.section, item.state,
       item.self_id as "selfId", item.put_code::text as "putCode", item.content_hash as "contentHash",
       item.refused_hash as "refusedHash", item.written_at as "writtenAt", item.problem, item.content,
       decided.decision, decided."decidedHash", intent.begun_at as "intendedAt", ${ORIGIN}
  from record_item item
  join assertion on assertion.id = item.assertion_id
  left join write_intent intent on intent.item_id = item.id
  left join lateral (
    select plan.state as decision, step.content_hash as "decidedHash"
      from plan_step step join plan on plan.id = step.plan_id
     where step.item_id = item.id and step.done_at is null and plan.state in ('held', 'approved', 'rejected')
     order by plan.created_at desc limit 1) decided on true
 where item.connection_id = ? order by item.id`;

/** Connection. */
const FORMER_OF = `
select item.assertion_id as "assertionId", item.state, item.section, item.put_code::text as "putCode", item.content,
       item.written_at as "writtenAt", ${ORIGIN},
       exists (select from write_intent intent where intent.item_id = item.id) as "isInDoubt"
  from connection active
  join connection former on former.person_id = active.person_id and former.orcid = active.orcid
       and former.environment = active.environment and former.id <> active.id
  join record_item item on item.connection_id = former.id
  join assertion on assertion.id = item.assertion_id
 where active.id = ? order by item.id`;

/** Item, person. */
const ITEM_OF_PERSON = `
select item.id, item.connection_id as "connectionId", item.state
  from record_item item join connection on connection.id = item.connection_id
 where item.id = ? and connection.person_id = ? and connection.ended_at is null`;

/** Connections. A write under a former client of the same iD is the active connection's to look into. */
const OPEN_INTENTS_OF = `
select distinct active.id from write_intent intent
  join record_item item on item.id = intent.item_id
  join connection writer on writer.id = item.connection_id
  join connection active on active.person_id = writer.person_id and active.orcid = writer.orcid
 where active.id in (select value::uuid from jsonb_array_elements_text(?::jsonb))`;

/** Connections. */
const LEFT_STANDING = `
select active.id as "connectionId", item.assertion_id as "assertionId"
  from connection active
  join connection former on former.person_id = active.person_id and former.orcid = active.orcid and former.id <> active.id
  join record_item item on item.connection_id = former.id and item.state = 'notOurs'
 where active.id in (select value::uuid from jsonb_array_elements_text(?::jsonb))`;

/** Person, connections. */
const FOLLOW = `
with pair as (
  select item.id as item_id, theirs.id as assertion_id,
         count(*) over (partition by item.id) as "ofItem", count(*) over (partition by item.connection_id, theirs.id) as "ofTheirs"
    from record_item item
    join assertion written on written.id = item.assertion_id
    join assertion theirs on theirs.person_id = ? and theirs.id <> written.id and theirs.section = written.section
         and theirs.content = written.content and theirs.starts is not distinct from written.starts
         and theirs.withdrawn_at is null
   where item.connection_id in (select value::uuid from jsonb_array_elements_text(?::jsonb))
     and not exists (select from record_item other where other.connection_id = item.connection_id and other.assertion_id = theirs.id))
update record_item set assertion_id = pair.assertion_id
  from pair where record_item.id = pair.item_id and "ofItem" = 1 and "ofTheirs" = 1
returning record_item.id`;

/** Connections, person. */
const LEFT_BEHIND = `
select count(*)::int as count from record_item item join assertion on assertion.id = item.assertion_id
 where item.connection_id in (select value::uuid from jsonb_array_elements_text(?::jsonb))
   and assertion.person_id <> ? and item.state in ('present', 'missing', 'notOurs')`;

/** The items the institution is the source of, and the intents to write them. */
@Injectable()
export class RecordItemRepository {
  constructor(private readonly em: EntityManager) {}

  /** To be changed. */
  ofConnections(connectionIds: readonly string[]): Promise<RecordItem[]> {
    return this.em.find(RecordItem, { connectionId: { $in: [...connectionIds] } }, { orderBy: { id: 'asc' } });
  }

  /** To be planned with: plain rows, in one query for any number of connections. */
  rowsOf(connectionIds: readonly string[]): Promise<ItemRow[]> {
    return this.em.execute<ItemRow[]>(ITEMS_OF, [JSON.stringify(connectionIds)]);
  }

  /** What was last written to these items, by item; null where nobody knows. */
  async contentsOf(itemIds: readonly string[]): Promise<Map<string, ContentOf | null>> {
    const rows = await this.em.execute<{ id: string; content: ContentOf | null }[]>(CONTENTS_OF, [
      JSON.stringify(itemIds),
    ]);
    return new Map(rows.map(({ id, content }) => [id, content]));
  }

  /** To be shown to people. */
  async shownOf(connectionId: string): Promise<ShownItem[]> {
    type Row = Omit<ShownItem, 'writtenAt' | 'intendedAt'> &
      Readonly<Record<'writtenAt' | 'intendedAt', string | null>>;
    const rows = await this.em.execute<Row[]>(SHOWN_OF, [connectionId]);
    return rows.map((row) => ({ ...row, writtenAt: timeOf(row.writtenAt), intendedAt: timeOf(row.intendedAt) }));
  }

  /** What stands under former clients, or may, beside the items of a connection: to be shown to people. */
  async formerOf(connectionId: string): Promise<FormerItem[]> {
    type Row = Omit<FormerItem, 'writtenAt'> & { readonly writtenAt: string | null };
    const rows = await this.em.execute<Row[]>(FORMER_OF, [connectionId]);
    return rows.map((row) => ({ ...row, writtenAt: timeOf(row.writtenAt) }));
  }

  /** One item of a person. */
  async findOf(personId: string, itemId: string): Promise<Pick<ItemRow, 'id' | 'connectionId' | 'state'> | undefined> {
    const rows = await this.em.execute<Pick<ItemRow, 'id' | 'connectionId' | 'state'>[]>(ITEM_OF_PERSON, [
      itemId,
      personId,
    ]);
    return rows[0];
  }

  openIntents(connectionId: string): Promise<WriteIntent[]> {
    return this.em.find(WriteIntent, {
      itemId: { $in: this.em.createQueryBuilder(RecordItem).select('id').where({ connectionId }) },
    });
  }

  /** Which of these connections have a write of which nobody knows yet what became. */
  async connectionsWithOpenIntents(connectionIds: readonly string[]): Promise<string[]> {
    const rows = await this.em.execute<{ id: string }[]>(OPEN_INTENTS_OF, [JSON.stringify(connectionIds)]);
    return rows.map(({ id }) => id);
  }

  /** Which assertions have an item under a former client that no token of ours may change, by connection. */
  async leftStanding(connectionIds: readonly string[]): Promise<Map<string, ReadonlySet<string>>> {
    type Row = { readonly connectionId: string; readonly assertionId: string };
    const rows = await this.em.execute<Row[]>(LEFT_STANDING, [JSON.stringify(connectionIds)]);
    const byConnection = Map.groupBy(rows, ({ connectionId }) => connectionId);
    return new Map([...byConnection].map(([id, own]) => [id, new Set(own.map(({ assertionId }) => assertionId))]));
  }

  /**
   * Items that say what is asserted of this person too become that assertion's: same section, content and start, one of each.
   * @returns how many did, and how many others stand there
   */
  async follow(connectionIds: readonly string[], personId: string): Promise<{ followed: number; toRemove: number }> {
    const given = JSON.stringify(connectionIds);
    const rows = await this.em.execute<object[]>(FOLLOW, [personId, given]);
    const [left] = await this.em.execute<{ count: number }[]>(LEFT_BEHIND, [given, personId]);
    return { followed: rows.length, toRemove: left?.count ?? 0 };
  }

  find(id: string): Promise<RecordItem | null> {
    return this.em.findOne(RecordItem, { id });
  }

  /** The item as it stands now, whatever was read before. */
  reread(id: string): Promise<RecordItem> {
    return this.em.findOneOrFail(RecordItem, { id }, { refresh: true });
  }

  findIntent(itemId: string): Promise<WriteIntent | null> {
    return this.em.findOne(WriteIntent, { itemId }, { refresh: true });
  }

  /** The intent as it stands now, locked; null when another worker completed it. */
  lockIntent(itemId: string): Promise<WriteIntent | null> {
    return this.em.findOne(WriteIntent, { itemId }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
  }

  add(item: RecordItem): void {
    this.em.persist(item);
  }

  intend(intent: WriteIntent): void {
    this.em.persist(intent);
  }

  complete(intent: WriteIntent): void {
    this.em.remove(intent);
  }
}

function timeOf(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
