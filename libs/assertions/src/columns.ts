import { FEED_FIELDS, type FeedField, type FeedRules } from '@ligature/persistence';
import { FACTS, REQUIRED_FIELDS } from './feed-fields.ts';
import { FeedFileError } from './feed-file.error.ts';
import { shown } from './plain-text.ts';

/** Which field each column of an export holds; null for columns that no field takes. */
export type Columns = readonly (FeedField | null)[];

/** How the keeper of an export calls each field that it has: by its column, or where its default is said. */
export type FieldNames = ReadonlyMap<FeedField, string>;

/** What the header of an export says. */
export interface Header {
  readonly columns: Columns;
  readonly names: FieldNames;
  /** Columns that no field takes, as they are called. */
  readonly ignored: readonly string[];
}

/**
 * Finds the meaning of every column, whatever its case, spaces, dots and underscores.
 * @throws FeedFileError when a column that is needed or mapped is missing, or it is not clear which one holds a field
 */
export function readHeader(header: readonly string[], rules: FeedRules): Header {
  const meanings = meaningsOf(rules);
  const fields = header.map((name) => meanings.get(plain(name)) ?? []);
  const columns = fields.map(([field = null]) => field);
  const absent = [...missing(columns, rules), ...lost(columns, rules)];
  const faults = [
    ...(columns.every((column) => column === null) ? [NO_HEADER] : []),
    ...ambiguous(header, fields),
    ...doubled(header, columns),
    ...absent,
    ...(absent.length > 0 ? [`Its columns are: ${list(header.map(called))}.`] : []),
  ];
  if (faults.length > 0) throw new FeedFileError(faults);
  const ignored = header.flatMap((name, at) => (columns[at] === null ? [called(name, at)] : []));
  return { columns, names: namesOf(header, columns, rules), ignored };
}

const NO_HEADER =
  'No heading is known. If anything stands above the header, delete it; if the file is no table with a header, export one.';

/** Which fields each heading means. What the institution says of a field counts alone, and before what headings mean by themselves. */
function meaningsOf({ columns }: FeedRules): ReadonlyMap<string, readonly FeedField[]> {
  const byThemselves = FEED_FIELDS.filter((field) => columns[field] === undefined).flatMap((field) =>
    FACTS[field].headings.map((heading) => [plain(heading), [field]] as const),
  );
  const said = FEED_FIELDS.flatMap((field) => headingsOf(field, columns).map((heading) => ({ heading, field })));
  const mapped = Map.groupBy(said, ({ heading }) => plain(heading));
  return new Map<string, readonly FeedField[]>([
    ...byThemselves,
    ...[...mapped].map(([heading, meant]) => [heading, meant.map(({ field }) => field)] as const),
  ]);
}

/** The headings that the institution says of a field; none where it says nothing, or that it does not want the field. */
function headingsOf(field: FeedField, columns: FeedRules['columns']): readonly string[] {
  const said = columns[field] ?? [];
  return typeof said === 'string' ? [said] : said;
}

function namesOf(header: readonly string[], columns: Columns, { defaults }: FeedRules): FieldNames {
  const byDefault = (Object.keys(defaults) as FeedField[]).map((field) => [field, `feed.defaults.${field}`] as const);
  const byColumn = columns.flatMap((field, at) =>
    field === null ? [] : [[field, shown(header[at]?.trim() ?? field)] as const],
  );
  return new Map([...byDefault, ...byColumn]);
}

function plain(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function ambiguous(header: readonly string[], fields: readonly (readonly FeedField[])[]): string[] {
  return header.flatMap((name, at) => {
    const [first, ...others] = fields[at] ?? [];
    if (first === undefined || others.length === 0) return [];
    return [
      `"feed.columns" maps ${list([first, ...others].map(quoted))} to one column, ${quoted(name)}: map each field to its own.`,
    ];
  });
}

function doubled(header: readonly string[], columns: Columns): string[] {
  return header.flatMap((name, at) => {
    const field = columns[at] ?? null;
    if (field === null || columns.indexOf(field) === at) return [];
    return [
      `Column ${quoted(name)} states a field that another column states already. Map "${field}" to one of the two in "feed.columns".`,
    ];
  });
}

function missing(columns: Columns, { columns: said, defaults }: FeedRules): string[] {
  const isSaid = (field: FeedField): boolean => headingsOf(field, said).length > 0;
  return REQUIRED_FIELDS.filter(
    (field) => !columns.includes(field) && defaults[field] === undefined && !isSaid(field),
  ).map((field) => {
    const fault = `No column holds the field "${field}". Map one to it in "feed.columns"`;
    return FACTS[field].kind === 'key' ? `${fault}.` : `${fault}, or say in "feed.defaults" what holds for all rows.`;
  });
}

/** What a column stated, its absence would take from everybody, or give everybody the default. */
function lost(columns: Columns, { columns: said }: FeedRules): string[] {
  return FEED_FIELDS.filter((field) => !columns.includes(field)).flatMap((field) => {
    const headings = headingsOf(field, said);
    if (headings.length === 0) return [];
    const names = headings.map(quoted).join(' or ');
    return [
      `The file has no column ${names}, to which "feed.columns" maps "${field}". Export it again, or map the field to another one.`,
    ];
  });
}

function called(name: string, at: number): string {
  return name.trim() === '' ? `column ${at + 1}, which has no heading` : quoted(name.trim());
}

function quoted(name: string): string {
  return `"${shown(name)}"`;
}

const SHOWN = 30;

/** As many names as a sentence shows. */
export function list(names: readonly string[]): string {
  const more = names.length > SHOWN ? [`${names.length - SHOWN} more`] : [];
  return [...names.slice(0, SHOWN), ...more].join(', ');
}
