/** What a feed states now; it is compared with what it states later in the same transaction. */
export const BEFORE = `
create temporary table if not exists stated_before (
  id uuid primary key, person_key text, row_key text, content jsonb, starts text, ends text, is_listed boolean, is_withdrawn boolean
) on commit drop`;

/** Institution, feed. */
export const REMEMBER = `
insert into stated_before
select id, person_key, row_key, content, starts, ends, absent_since is null, withdrawn_at is not null
  from assertion where institution_id = ? and feed = ?`;

/** Everything that a row says, each under the name of its field; of what has parts, each part. */
const said = (row: string): string => `
select key as field, value #>> '{}' as text from jsonb_each(${row}.content) where jsonb_typeof(value) <> 'object'
union all
select whole.key || '.' || part.key, part.value #>> '{}'
  from jsonb_each(${row}.content) as whole
  cross join jsonb_each(case jsonb_typeof(whole.value) when 'object' then whole.value else '{}' end) as part
union all values ('start', ${row}.starts), ('end', ${row}.ends), ('id', ${row}.row_key)`;

/** Institution, feed. What is added says nothing in another way than before. */
const CHANGES = `
with now as (
  select id, person_key, row_key, content, starts, ends, absent_since is null as is_listed, withdrawn_at is not null as is_withdrawn
    from assertion where institution_id = ? and feed = ?),
became as (
  select coalesce(now.person_key, before.person_key) as person_key, coalesce(now.row_key, before.row_key) as row_key, before.id as before, now.id as now,
         case when before.id is null then 'added'
              when now.is_withdrawn and not before.is_withdrawn then 'withdrawn'
              when before.is_withdrawn and not now.is_withdrawn or now.is_listed and not before.is_listed then 'back'
              when before.is_listed and not now.is_listed then 'absent'
              else 'changed' end as kind
    from now full join stated_before before on before.id = now.id
   where before.id is null
      or (now.row_key, now.content, now.starts, now.ends, now.is_listed, now.is_withdrawn)
           is distinct from (before.row_key, before.content, before.starts, before.ends, before.is_listed, before.is_withdrawn)),
change as (
  select became.kind, became.person_key, became.row_key, field, differs.before, differs.now
    from became
    left join now on now.id = became.now
    left join stated_before on stated_before.id = became.before
    left join lateral (
      select field, earlier.text as before, later.text as now
        from (${said('stated_before')}) as earlier full join (${said('now')}) as later using (field)
       where became.before is not null and earlier.text is distinct from later.text
    ) as differs on true)`;

/** Institution, feed. */
export const COUNT_CHANGES = `${CHANGES}
select kind, count(*)::int as rows from became group by kind`;

/** Institution, feed, at most so many: changes that many rows share, the most frequent first. */
export const FREQUENT_CHANGES = `${CHANGES}
select field, before, now, count(*)::int as rows, (count(*) over ())::int as "of"
  from change where field is not null
 group by field, before, now order by rows desc, field, before, now limit ?`;

/** Institution, feed. */
export const ALL_CHANGES = `${CHANGES}
select kind, person_key as "personKey", row_key as "rowKey", field, before, now
  from change order by person_key, row_key, field`;
