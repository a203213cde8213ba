const FACTS = {
  display_name: 'text',
  display_names: 'jsonb',
  search_text: 'text',
  sign_on_url: 'text',
  wants_signed_requests: 'boolean',
  single_logout: 'jsonb',
  certificates: 'text[]',
  scopes: 'text[]',
  scope_patterns: 'text[]',
  is_hidden: 'boolean',
  valid_until: 'timestamptz',
} as const;

const list = (prefix: string): string =>
  Object.keys(FACTS)
    .map((column) => `${prefix}${column}`)
    .join(', ');

const typed = Object.entries(FACTS)
  .map(([column, type]) => `${column} ${type}`)
  .join(', ');

/** Institution, source, rows. */
export const KEEP = `
insert into identity_provider as known (id, institution_id, source_id, entity_id, ${list('')})
select stated.id, given.institution_id, given.source_id, stated.entity_id, ${list('stated.')}
  from (select ?::uuid as institution_id, ?::uuid as source_id) as given,
       jsonb_to_recordset(?::jsonb) as stated (id uuid, entity_id text, ${typed})
on conflict (institution_id, entity_id, source_id) do update
  set (${list('')}) = (${list('excluded.')})
  where (${list('known.')}) is distinct from (${list('excluded.')})`;

/** Source, entity ids. */
export const PRUNE = `
delete from identity_provider as known
 where known.source_id = ?
   and known.entity_id not in (select stated from jsonb_array_elements_text(?::jsonb) as stated)`;

/** Language, institution, time, words, the entity id before (twice), limit. Names are ordered as people order them. */
export const LIST = `
with trusted as (
  select distinct on (provider.entity_id) provider.entity_id, provider.search_text, provider.is_hidden,
         coalesce(provider.display_names ->> ?, provider.display_name) collate "und-x-icu" as name
    from identity_provider as provider join metadata_source as source on source.id = provider.source_id
   where provider.institution_id = ? and (provider.valid_until is null or provider.valid_until > ?)
   order by provider.entity_id, source.position)
select entity_id as "entityId", name as "displayName"
  from trusted
 where not is_hidden
   and not exists (select from jsonb_array_elements_text(?::jsonb) as word where strpos(search_text, word) = 0)
   and (?::text is null or (name, entity_id) > (select name, entity_id from trusted where entity_id = ?))
 order by name, entity_id
 limit ?`;
