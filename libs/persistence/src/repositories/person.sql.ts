const TEXTS = ['display_name', 'given_name', 'family_name', 'mail'] as const;
const LISTS = ['department', 'categories'] as const;
const COLUMNS = [...TEXTS, ...LISTS];

/** Whoever has signed in is named as their identity provider names them. */
const statedText = (column: string): string =>
  `case when person.signed_in_at is null and jsonb_exists(stated.facts, '${column}')
     then stated.facts ->> '${column}' else person.${column} end`;

const listOf = (column: string): string => `array(select jsonb_array_elements_text(stated.facts -> '${column}'))`;

const statedList = (column: string): string =>
  `case when jsonb_exists(stated.facts, '${column}') then ${listOf(column)} else person.${column} end`;

const stated = [...TEXTS.map(statedText), ...LISTS.map(statedList)].join(', ');
const known = COLUMNS.map((column) => `person.${column}`).join(', ');

/** Institution, number space, time, rows. */
export const KEEP_PERSONS = `
with given as (select ?::uuid as institution_id, ?::text as space, ?::timestamptz as at),
stated as (
  select row.*, known.person_id, given.institution_id, given.space, given.at
    from jsonb_to_recordset(?::jsonb) as row (id uuid, staff_id text, facts jsonb)
    cross join given
    left join person_staff_id known
      on known.institution_id = given.institution_id and known.space = given.space and known.staff_id = row.staff_id),
added as (
  insert into person (id, institution_id, ${COLUMNS.join(', ')}, consent, created_at)
  select id, institution_id, ${TEXTS.map((column) => `facts ->> '${column}'`).join(', ')}, ${LISTS.map(listOf).join(', ')}, 'none', at
    from stated where person_id is null),
linked as (
  insert into person_staff_id (institution_id, space, staff_id, person_id)
  select institution_id, space, staff_id, id from stated where person_id is null)
update person set (${COLUMNS.join(', ')}) = row(${stated})
  from stated
 where person.id = stated.person_id and (${known}) is distinct from (${stated})`;

/** Rows, institution, number space: those who are known by another name and another mail address than their row says. */
export const KNOWN_OTHERWISE = `
select stated."staffId", person.display_name as name, person.mail, person.signed_in_at is not null as "hasSignedIn"
  from jsonb_to_recordset(?::jsonb) as stated ("staffId" text, "displayName" text, mail text)
  join person_staff_id known
    on known.institution_id = ? and known.space = ? and known.staff_id = stated."staffId"
  join person on person.id = known.person_id
 where person.display_name <> stated."displayName" and person.mail <> stated.mail`;

const OF_PERSON = [
  ['person_staff_id', 'person_id'],
  ['person_identity', 'person_id'],
  ['assertion', 'person_id'],
  ['consent_event', 'person_id'],
  ['person_case', 'person_id'],
  ['person_case', 'other_person_id'],
  ['merged_person', 'person_id'],
  ['code_exchange', 'person_id'],
] as const;

/** What belongs to a person who never connected an iD. Each: target, source. */
export const MOVE_TO_PERSON = OF_PERSON.map(
  ([table, column]) => `update ${table} set ${column} = ? where ${column} = ?`,
);
