import { Migration } from '@mikro-orm/migrations';

/** What headings meant by themselves when fields were mapped by heading. */
const HEADINGS = `values
  ('staffId', 'staff id'), ('staffId', 'employee id'), ('staffId', 'personnel number'),
  ('displayName', 'display name'), ('displayName', 'full name'),
  ('givenName', 'given name'), ('givenName', 'first name'),
  ('familyName', 'family name'), ('familyName', 'last name'), ('familyName', 'surname'),
  ('mail', 'mail'), ('mail', 'e-mail'), ('mail', 'mail address'), ('mail', 'e-mail address'),
  ('departmentPath', 'department path'), ('category', 'category'),
  ('jobId', 'job id'), ('jobId', 'contract id'),
  ('organizationName', 'organization name'), ('organizationName', 'organisation name'), ('organizationName', 'organization'),
  ('organizationName', 'organisation'), ('organizationName', 'employer'),
  ('city', 'city'), ('city', 'town'), ('region', 'region'), ('region', 'state'),
  ('country', 'country'), ('country', 'country code'), ('rorId', 'ROR id'), ('rorId', 'ROR'),
  ('department', 'department'), ('role', 'role'), ('role', 'job title'),
  ('startDate', 'start date'), ('endDate', 'end date'), ('url', 'url')`;

/** Headings are alike whatever their case, spaces and punctuation. */
const plain = (text: string): string => `regexp_replace(lower(normalize(${text}, NFKC)), '[[:space:]!-/:-@\\[-\`{-~]', '', 'g')`;

/**
 * A field names the columns that may hold it; a column named the field it held, beside headings that meant a field by themselves,
 * and columns that were not wanted were named too. What was said goes on to mean the same.
 */
export class FeedColumns extends Migration {
  override up(): void {
    this.addSql(`with heading (field, name) as (${HEADINGS}),
mapped as (
  select institution.id, said.value as field, said.key as name from institution, jsonb_each_text(feed->'columns') said),
unwanted as (
  select institution.id, said.name from institution, jsonb_array_elements_text(feed->'ignoredColumns') said (name)),
accepted as (
  select id, field, name, 0 as place from mapped
  union all
  select institution.id, heading.field, heading.name, 1 from institution cross join heading
   where not exists (select from mapped where mapped.id = institution.id and ${plain('mapped.name')} = ${plain('heading.name')})
     and not exists (select from unwanted where unwanted.id = institution.id and ${plain('unwanted.name')} = ${plain('heading.name')})),
changed as (
  select id, field from mapped
  union
  select unwanted.id, heading.field from unwanted join heading on ${plain('unwanted.name')} = ${plain('heading.name')}),
columns as (
  select changed.id, jsonb_object_agg(changed.field, (
           select jsonb_agg(accepted.name order by accepted.place, accepted.name) from accepted
            where accepted.id = changed.id and accepted.field = changed.field)) as said
    from changed group by changed.id)
update institution set feed = (feed - 'ignoredColumns') || jsonb_build_object('columns', coalesce(
  (select columns.said from columns where columns.id = institution.id), '{}'::jsonb));`);
  }
}
