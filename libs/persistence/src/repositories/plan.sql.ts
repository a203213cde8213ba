/** Institution, time. What a person released does not count: they have seen it. */
export const COUNT_ADMITTED = `
select count(*)::int as count from plan_step step join plan on plan.id = step.plan_id
 where step.institution_id = ? and step.admitted_at > ? and plan.decided_by is null`;

/** Institution. */
export const COUNT_ITEMS = `
select count(*)::int as count from record_item where institution_id = ? and state = 'present'`;

/** Item ids. */
export const DECIDED_STEPS = `
select distinct on (step.item_id) step.item_id as "itemId", step.action, step.risk, step.content_hash as "contentHash",
       plan.state as decision
  from plan_step step join plan on plan.id = step.plan_id
 where step.item_id in (select value::uuid from jsonb_array_elements_text(?::jsonb))
   and step.done_at is null and plan.state in ('held', 'approved', 'rejected')
 order by step.item_id, plan.created_at desc`;

/** Plan, institution, time or null, steps. */
export const ADD_STEPS = `
insert into plan_step (plan_id, item_id, institution_id, action, risk, content_hash, admitted_at)
select given.plan_id, step."itemId", given.institution_id, step.action, step.risk, step."contentHash", given.admitted_at
  from (select ?::uuid as plan_id, ?::uuid as institution_id, ?::timestamptz as admitted_at) as given
  cross join jsonb_to_recordset(?::jsonb) as step ("itemId" uuid, action text, risk text, "contentHash" text)
on conflict (plan_id, item_id) do update
  set action = excluded.action, risk = excluded.risk, content_hash = excluded.content_hash, admitted_at = excluded.admitted_at, done_at = null`;

/** Item ids. */
export const DROP_STEPS = `
delete from plan_step using plan
 where plan.id = plan_step.plan_id and plan.state = 'held'
   and plan_step.item_id in (select value::uuid from jsonb_array_elements_text(?::jsonb))`;

/** What a plan would do, in eight letters: whoever decides names what they saw. */
const FINGERPRINT = `
       (select left(md5(string_agg(concat_ws(' ', step.item_id, step.action, step.content_hash), ',' order by step.item_id)), 8)
          from plan_step step where step.plan_id = plan.id)`;

/** Plan. */
export const STEPS_OF = `
select coalesce(person.display_name, '') as "name", coalesce(person.mail, '') as "mail", connection.orcid, item.section,
       coalesce(assertion.content ->> 'title', assertion.content ->> 'role', assertion.content -> 'organization' ->> 'name',
                assertion.content ->> 'content', '') as "label",
       item.put_code as "putCode", step.action, step.risk
  from plan_step step
  join record_item item on item.id = step.item_id
  join connection on connection.id = item.connection_id
  join person on person.id = connection.person_id
  left join assertion on assertion.id = item.assertion_id
 where step.plan_id = ? order by person.display_name, item.section, item.id`;

/** Institution. */
export const HELD_SUMMARY = `
select plan.id, plan.created_at as "createdAt", plan."limit", sum(counted.steps)::int as steps,
       (select count(distinct connection.person_id)::int
          from plan_step step join record_item item on item.id = step.item_id join connection on connection.id = item.connection_id
         where step.plan_id = plan.id) as people,
       jsonb_object_agg(counted.risk, counted.steps) as risks, ${FINGERPRINT} as fingerprint
  from plan join (select plan_id, risk, count(*)::int as steps from plan_step group by plan_id, risk) counted on counted.plan_id = plan.id
 where plan.institution_id = ? and plan.state = 'held'
 group by plan.id`;

/** Institution, item ids. */
export const KEEP_ONLY_HELD = `
delete from plan_step using plan
 where plan.id = plan_step.plan_id and plan.state = 'held' and plan.institution_id = ?
   and plan_step.item_id not in (select value::uuid from jsonb_array_elements_text(?::jsonb))`;

/**
 * Institution, item ids. What was decided and is no longer proposed is over: the same may be proposed, and asked, anew. An
 * approval that stayed would let the same broken export pass another time.
 */
export const FORGET_DECIDED = `
update plan_step set done_at = now() from plan
 where plan.id = plan_step.plan_id and plan.state in ('approved', 'rejected') and plan.institution_id = ? and plan_step.done_at is null
   and plan_step.item_id not in (select value::uuid from jsonb_array_elements_text(?::jsonb))`;

/** Institution. */
export const SUPERSEDE_EMPTY = `
update plan set state = 'superseded', decided_at = now()
 where institution_id = ? and state = 'held' and not exists (select from plan_step where plan_id = plan.id)`;
