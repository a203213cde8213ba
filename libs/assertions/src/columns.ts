import { FEED_FIELDS, type FeedField, type FeedRules } from '@ligature/persistence';
import { FeedFileError } from './feed-file.error.ts';

/** Which field each column of an export holds; null for columns that are known and not wanted. */
export type Columns = readonly (FeedField | null)[];

/** How the keeper of an export calls each field that it has: by its column, or where its default is said. */
export type FieldNames = ReadonlyMap<FeedField, string>;

/** Without these a row says nothing of anybody. */
const NEEDED: readonly FeedField[] = ['staffId', 'jobId'];

/**
 * Finds the meaning of every column, whatever its case, spaces, dots and underscores.
 * @throws FeedFileError when a column is unknown, doubled or missing: nothing may be dropped silently
 */
export function readColumns(header: readonly string[], rules: FeedRules): Columns {
  const meanings = new Map<string, FeedField | null>([
    ...FEED_FIELDS.map((field) => [plain(field), field] as const),
    ...Object.entries(rules.columns).map(([name, field]) => [plain(name), field] as const),
    ...rules.ignoredColumns.map((name) => [plain(name), null] as const),
  ]);
  const columns = header.map((name) => meanings.get(plain(name)));
  const faults = [...unknown(header, columns), ...doubled(header, columns), ...missing(columns, rules)];
  if (faults.length > 0) throw new FeedFileError(faults);
  return columns.map((column) => column ?? null);
}

export function namesOf(header: readonly string[], columns: Columns, { defaults }: FeedRules): FieldNames {
  const byDefault = (Object.keys(defaults) as FeedField[]).map((field) => [field, `feed.defaults.${field}`] as const);
  const byColumn = columns.flatMap((field, at) => (field === null ? [] : [[field, header[at] ?? field] as const]));
  return new Map([...byDefault, ...byColumn]);
}

function plain(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function unknown(header: readonly string[], columns: readonly (FeedField | null | undefined)[]): string[] {
  return header
    .filter((_, at) => columns[at] === undefined)
    .map(
      (name) =>
        `Column "${name}" is not known. Map it to a field in "feed.columns", or list it in "feed.ignoredColumns".`,
    );
}

function doubled(header: readonly string[], columns: readonly (FeedField | null | undefined)[]): string[] {
  return header
    .filter((_, at) => typeof columns[at] === 'string' && columns.indexOf(columns[at]) < at)
    .map(
      (name) =>
        `Column "${name}" states a field that another column states already. List one of the two in "feed.ignoredColumns".`,
    );
}

function missing(columns: readonly (FeedField | null | undefined)[], rules: FeedRules): string[] {
  return NEEDED.filter((field) => !columns.includes(field) && rules.defaults[field] === undefined).map(
    (field) => `No column holds the field "${field}". Map one to it in "feed.columns".`,
  );
}
