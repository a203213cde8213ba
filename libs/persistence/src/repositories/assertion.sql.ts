const FACTS = ['section', 'content', 'starts', 'ends', 'person_id'] as const;

const list = (prefix: string): string => FACTS.map((column) => `${prefix}${column}`).join(', ');

/** Person ids. What was taken back is asserted no more. */
export const ASSERTIONS_OF = `
select id, person_id as "personId", section, feed, person_key as "personKey", row_key as "rowKey", content, starts, ends,
       absent_since::text as "absentSince"
  from assertion where person_id in (select value::uuid from jsonb_array_elements_text(?::jsonb)) and withdrawn_at is null
 order by person_id, starts nulls first, id`;

/** Institution, feed, number space, time, rows. */
export const KEEP_ASSERTIONS = `
insert into assertion as known (id, institution_id, feed, person_key, row_key, ${list('')}, changed_at)
select stated.id, given.institution_id, given.feed, stated."personKey", stated."rowKey",
       stated.section, stated.content, stated.starts, stated.ends, person.person_id, given.at
  from (select ?::uuid as institution_id, ?::text as feed, ?::text as space, ?::timestamptz as at) as given
  cross join jsonb_to_recordset(?::jsonb) as stated
    (id uuid, "personKey" text, "rowKey" text, section text, content jsonb, starts text, ends text)
  join person_staff_id person
    on person.institution_id = given.institution_id and person.space = given.space and person.staff_id = stated."personKey"
on conflict (institution_id, feed, person_key, row_key) do update
  set (${list('')}, absent_since, withdrawn_at, changed_at) = (${list('excluded.')}, null, null, excluded.changed_at)
  where (${list('known.')}, known.absent_since, known.withdrawn_at) is distinct from (${list('excluded.')}, null, null)
returning known.person_key as "personKey", known.row_key as "rowKey", (xmax = 0) as added`;

/** Day, time, institution, feed, listed rows. */
export const MARK_ABSENT = `
update assertion as known set absent_since = ?::date, changed_at = ?
 where known.institution_id = ? and known.feed = ? and known.absent_since is null
   and not exists (
     select from jsonb_to_recordset(?::jsonb) as listed ("personKey" text, "rowKey" text)
      where listed."personKey" = known.person_key and listed."rowKey" = known.row_key)
returning known.withdrawn_at is not null as "isWithdrawn"`;

/** Rows, institution, feed: what is known of those rows. */
const KNOWN_ROWS = `
known as (
  select assertion.id, assertion.person_key as "personKey", assertion.row_key as "rowKey", assertion.section,
         assertion.withdrawn_at is not null as "isWithdrawn"
    from assertion
    join jsonb_to_recordset(?::jsonb) as named ("personKey" text, "rowKey" text)
      on assertion.person_key = named."personKey" and assertion.row_key = named."rowKey"
   where assertion.institution_id = ? and assertion.feed = ?)`;

/** Rows, institution, feed. */
export const SECTIONS_OF = `with ${KNOWN_ROWS} select "personKey", "rowKey", section from known`;

/** Rows, institution, feed, time twice. */
export const WITHDRAW = `
with ${KNOWN_ROWS},
withdrawn as (
  update assertion set withdrawn_at = ?, changed_at = ? from known where assertion.id = known.id and not known."isWithdrawn")
select "personKey", "rowKey", not "isWithdrawn" as changed from known`;

/** Institution, feed, texts twice: present rows whose key, or whose person's, is one of the texts. */
export const PRESENT_BEARING = `
select person_key as "personKey", row_key as "rowKey" from assertion
 where institution_id = ? and feed = ? and absent_since is null
   and (person_key in (select jsonb_array_elements_text(?::jsonb)) or row_key in (select jsonb_array_elements_text(?::jsonb)))`;

/** Rows, institution, feed: those of the rows that the feed never stated. */
export const NEVER_STATED = `
select stated."personKey", stated."rowKey" from jsonb_to_recordset(?::jsonb) as stated ("personKey" text, "rowKey" text)
 where not exists (
   select from assertion known
    where known.institution_id = ? and known.feed = ?
      and known.person_key = stated."personKey" and known.row_key = stated."rowKey")`;

/** Institution, feed, person keys. */
export const ROWS_ABOUT = `
select person_key as "personKey", row_key as "rowKey", section, content, starts, ends from assertion
 where institution_id = ? and feed = ? and withdrawn_at is null
   and person_key in (select jsonb_array_elements_text(?::jsonb))`;

/** Institution, feed: how many present rows state each thing that a row may leave out. */
export const COUNT_STATING = `
select count(*) filter (where jsonb_exists(content, 'department'))::int as department,
       count(*) filter (where jsonb_exists(content, 'role'))::int as role,
       count(*) filter (where jsonb_exists(content, 'url'))::int as url,
       count(*) filter (where jsonb_exists(content->'organization', 'region'))::int as region,
       count(starts)::int as "startDate", count(ends)::int as "endDate"
  from assertion
 where institution_id = ? and feed = ? and absent_since is null and withdrawn_at is null`;

/** Time, rows with their new key, institution, feed. */
export const RENAME_ROWS = `
update assertion known set row_key = named."newKey", changed_at = ?
  from jsonb_to_recordset(?::jsonb) as named ("personKey" text, "rowKey" text, "newKey" text)
 where known.institution_id = ? and known.feed = ? and known.person_key = named."personKey" and known.row_key = named."rowKey"`;

/** Institution, feed, hash of a file: the file taken last, where that one was taken before it. */
export const TAKEN_AFTER = `
with taken as (
  select id, file_name, file_hash, imported_at from feed_import
   where institution_id = ? and feed = ? and cardinality(faults) = 0)
select later.file_name as "fileName", later.imported_at as at
  from (select * from taken order by imported_at desc, id desc limit 1) as later
  join taken on taken.file_hash = ? and taken.file_hash <> later.file_hash
 limit 1`;
