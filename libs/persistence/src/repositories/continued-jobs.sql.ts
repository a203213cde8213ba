/**
 * Jobs that a feed calls by another number of the person: not listed any more under the one, listed under the other by the
 * same row key or with the same content and start. Nothing of the newer row stands on a record, so it gives way.
 */
const continued = (whose: string): string => `
with same as (
  select gone.id as gone, gone.absent_since::text as "absentSince", listed.id as listed, (gone.row_key = listed.row_key)::int as "isSameRow"
    from assertion gone
    join assertion listed
      on listed.person_id = gone.person_id and listed.feed = gone.feed and listed.section = gone.section
     and listed.person_key <> gone.person_key
     and (listed.row_key = gone.row_key or (listed.content = gone.content and listed.starts = gone.starts))
   where ${whose}
     and gone.absent_since is not null and gone.withdrawn_at is null
     and listed.absent_since is null and listed.withdrawn_at is null
     and not exists (select from record_item where assertion_id = listed.id)),
best as (
  select gone, "absentSince", listed, count(*) over (partition by gone) as "ofGone", count(*) over (partition by listed) as "ofListed"
    from same
   where "isSameRow" = 1
      or not exists (select from same other where other."isSameRow" = 1 and (other.gone = same.gone or other.listed = same.listed)))
select gone, "absentSince", listed from best where "ofGone" = 1 and "ofListed" = 1`;

const giveWay = (whose: string): string => `
with pair as (${continued(whose)})
delete from assertion using pair where assertion.id = pair.listed
returning pair.gone as id, pair."absentSince", person_key, row_key, content, starts, ends, changed_at`;

/** Person. The rows that give way, with the id of the one that goes on in their place. */
export const GIVE_WAY_OF_PERSON = giveWay('gone.person_id = ?');

/** Institution, feed. The same of everybody. */
export const GIVE_WAY_IN_FEED = giveWay('gone.institution_id = ? and gone.feed = ?');

/** Rows that gave way: the same job, with what was written of it, under its new keys. */
export const GO_ON = `
update assertion
   set (person_key, row_key, content, starts, ends, changed_at, absent_since)
     = row(row.person_key, row.row_key, row.content, row.starts, row.ends, row.changed_at, null::date)
  from jsonb_to_recordset(?::jsonb) as row
    (id uuid, person_key text, row_key text, content jsonb, starts text, ends text, changed_at timestamptz)
 where assertion.id = row.id`;
