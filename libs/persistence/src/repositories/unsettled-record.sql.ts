/** Whether it is wanted today. Of dates as much is compared as is known. */
const IS_WANTED = `
asserted.withdrawn_at is null and rule."isStated"
and (asserted.starts is null or asserted.starts <= left(given.today, length(asserted.starts)) collate "C")`;

/** The end that is published today: a stated one that is over, or the day before the row was first missed. */
const END = `
case when asserted.ends < left(given.today, length(asserted.ends)) collate "C" then asserted.ends
     when asserted.ends is null and given.absence_ends and asserted.absent_since <= given.today::date
     then (asserted.absent_since - 1)::text end`;

/** What would be written today is what was written (migration 0012 has `said`). */
const IS_AS_WRITTEN = `
written.said = asserted.said and (
  not rule."hasDates" or written.said_start is not distinct from asserted.starts and written.said_end is not distinct from (${END}))`;

/** Of an item that carries no identifier ORCID may have taken two (`same-content.ts`): one of them goes. */
const HAS_TWIN = `
not rule."hasIds" and exists (
  select from record_item twin
   where twin.connection_id = written.connection_id and twin.id <> written.id and twin.section = written.section
     and twin.state = 'present' and twin.said = written.said)`;

/** A former client has it standing there, and nobody's token of ours may change it: nothing can be done. */
const IS_LEFT_STANDING = `
exists (
  select from connection former join record_item standing on standing.connection_id = former.id
   where former.person_id = asserted.person_id and former.id <> asserted.connection_id
     and standing.assertion_id = asserted.id and standing.state = 'notOurs')`;

/** A token that was sealed by a lost key writes nothing any more. */
const ACTIVE = `
connection.ended_at is null and connection.record_state <> 'merged'
and not jsonb_exists(given.lost_keys, coalesce(sealing_key(connection.access_token), ''))`;

/** Nobody of the institution may write to the record any more. What moves to another client's connection is not let go. */
const LET_GO = `
connection.ended_by in ('revoked', 'disconnected') and not exists (
  select from connection active
   where active.person_id = connection.person_id and active.orcid = connection.orcid
     and active.environment = connection.environment and active.ended_at is null)`;

/**
 * Sections, institution, after, size of a page, today, whether absence is an end, lost keys: which records of a page may not be as wanted
 * today, and where the page ends. Whatever is not surely settled is named; a plan then says what there is to do.
 */
const unsettled = (among: string): string => `
with rule as materialized (
  select * from jsonb_to_recordset(?::jsonb) as rule
    (section text, scopes text[], "isStated" boolean, "hasIds" boolean, "hasDates" boolean)),
given as materialized (
  select ?::uuid as institution_id, ?::uuid as after, ?::int as size, ?::text as today, ?::boolean as absence_ends, ?::jsonb as lost_keys),
page as materialized (
  select connection.id, connection.person_id, connection.orcid, connection.scopes, connection.doubted_since, connection.removes_items
    from connection, given
   where connection.institution_id = given.institution_id and ${among} and connection.id > given.after
   order by connection.id limit (select size from given)),
asserted as (
  select page.id as connection_id, page.scopes, said.id, said.person_id, section, starts, ends, absent_since, withdrawn_at, said.said
    from page join assertion said on said.person_id = page.person_id),
written as (
  select page.scopes, page.removes_items, item.id, item.connection_id, item.assertion_id, section, state, content_hash, said, said_start, said_end
    from page join record_item item on item.connection_id = page.id),
unsettled as (
  select coalesce(asserted.connection_id, written.connection_id) as id
    from asserted
    full join written on written.connection_id = asserted.connection_id and written.assertion_id = asserted.id
    join rule on rule.section = coalesce(asserted.section, written.section)
         and rule.scopes && coalesce(asserted.scopes, written.scopes)
    cross join given
   where case when written.removes_items then written.state in ('present', 'notOurs')
         when ${IS_WANTED}
         then written.id is null and not ${IS_LEFT_STANDING}
           or written.state in ('wanted', 'withdrawn')
           or written.state = 'present' and (
             written.content_hash is null or (${IS_AS_WRITTEN}) is not true or ${HAS_TWIN})
         else written.state = 'present' end
  union
  select page.id from write_intent intent
    join record_item item on item.id = intent.item_id
    join connection writer on writer.id = item.connection_id
    join page on page.person_id = writer.person_id and page.orcid = writer.orcid)
select (select id from page order by id desc limit 1) as last,
       coalesce((
         select jsonb_agg(jsonb_build_object('id', id, 'personId', person_id, 'scopes', scopes, 'isDoubted', doubted_since is not null, 'removesItems', removes_items) order by id)
           from page where id in (select id from unsettled)), '[]') as records`;

/** Which connections are compared. */
export const UNSETTLED = { active: unsettled(ACTIVE), letGo: unsettled(LET_GO) } as const;
