import { FEED_FIELDS, type FeedField, type FeedRules } from '@ligature/persistence';
import { FACTS, REQUIRED_FIELDS } from './feed-fields.ts';
import { FeedFileError } from './feed-file.error.ts';
import { shown } from './plain-text.ts';

/** Which field each column of an export holds; null for columns that are known and not wanted. */
export type Columns = readonly (FeedField | null)[];

/** How the keeper of an export calls each field that it has: by its column, or where its default is said. */
export type FieldNames = ReadonlyMap<FeedField, string>;

/**
 * Finds the meaning of every column, whatever its case, spaces, dots and underscores.
 * @throws FeedFileError when a column is unknown, doubled or missing: nothing may be dropped silently
 */
export function readColumns(header: readonly string[], rules: FeedRules): Columns {
  const meanings = new Map<string, FeedField | null>([
    ...FEED_FIELDS.flatMap((field) => FACTS[field].headings.map((heading) => [plain(heading), field] as const)),
    ...Object.entries(rules.columns).map(([name, field]) => [plain(name), field] as const),
    ...rules.ignoredColumns.map((name) => [plain(name), null] as const),
  ]);
  const columns = header.map((name) => meanings.get(plain(name)));
  const faults = [
    ...(columns.every((column) => typeof column !== 'string') ? [NO_HEADER] : []),
    ...unknown(header, columns),
    ...doubled(header, columns),
    ...missing(columns, rules),
    ...lost(columns, rules),
  ];
  if (faults.length > 0) throw new FeedFileError(faults);
  return columns.map((column) => column ?? null);
}

const NO_HEADER =
  'No heading of the first line is known. If lines stand above the header, delete them; if it is no table of cells and separators, export one.';

export function namesOf(header: readonly string[], columns: Columns, { defaults }: FeedRules): FieldNames {
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

function unknown(header: readonly string[], columns: readonly (FeedField | null | undefined)[]): string[] {
  return header.flatMap((name, at) => {
    if (columns[at] !== undefined) return [];
    if (plain(name) === '')
      return [`Column ${at + 1} has no heading that can be read. Give it one, or list "" in "feed.ignoredColumns".`];
    return `Column "${shown(name)}" is not known. Map it to a field in "feed.columns", or list it in "feed.ignoredColumns".`;
  });
}

function doubled(header: readonly string[], columns: readonly (FeedField | null | undefined)[]): string[] {
  return header
    .filter((_, at) => typeof columns[at] === 'string' && columns.indexOf(columns[at]) < at)
    .map(
      (name) =>
        `Column "${shown(name)}" states a field that another column states already. List one of the two in "feed.ignoredColumns".`,
    );
}

function missing(columns: readonly (FeedField | null | undefined)[], rules: FeedRules): string[] {
  return REQUIRED_FIELDS.filter((field) => !isGiven(field, columns, rules)).map((field) => {
    const fault = `No column holds the field "${field}". Map one to it in "feed.columns"`;
    return FACTS[field].kind === 'key' ? `${fault}.` : `${fault}, or say in "feed.defaults" what holds for all rows.`;
  });
}

/** What a column stated, its absence would take from everybody. */
function lost(columns: readonly (FeedField | null | undefined)[], rules: FeedRules): string[] {
  return Object.entries(rules.columns)
    .filter(([, field]) => !FACTS[field].isRequired && !isGiven(field, columns, rules))
    .map(
      ([name, field]) =>
        `The file has no column "${shown(name)}", which "feed.columns" maps to "${field}". Export it again, or take it out there.`,
    );
}

function isGiven(
  field: FeedField,
  columns: readonly (FeedField | null | undefined)[],
  { defaults }: FeedRules,
): boolean {
  return columns.includes(field) || defaults[field] !== undefined;
}
