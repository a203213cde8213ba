import { EXPANDED_SEARCH, SEARCH } from '../model/search-results.ts';
import { indexField, institutions, visible } from '../search/index-fields.ts';
import { matches } from '../search/matches.ts';
import { parseQuery, type Query } from '../search/query.ts';
import { QueryFields } from '../search/query-fields.ts';
import { type Tree } from '../shape/shape.ts';
import { orcidIdentifier } from '../view/source-tree.ts';
import { type OrcidRecord } from '../registry/orcid-record.ts';
import { requireScope } from './access.ts';
import { shown, written } from './answer.ts';
import { type ApiCall, callerOf } from './api-call.ts';
import { OrcidError } from './orcid-error.ts';
import { type Handler } from './read-record.ts';

interface Rows {
  readonly usual: number;
  readonly most: number;
  readonly words: string;
}

const ROWS: Rows = { usual: 1000, most: 1000, words: '1,000' };
/** v2 gives fewer (S: v2 SearchOptions). */
const OLD_ROWS: Rows = { usual: 100, most: 200, words: '200' };
const ANONYMOUS_START = 10_000;

/** `GET /search`: the iDs. */
const searching =
  (rows: Rows): Handler =>
  (call) => {
    if (call.host === 'api') requireScope(callerOf(call), '/read-public');
    const { page, total } = find(call, rows);
    const result = page.map((record) => ({ 'orcid-identifier': orcidIdentifier(call, record.orcid) }));
    return shown(SEARCH, { result, 'num-found': total });
  };

export const search = searching(ROWS);
export const oldSearch = searching(OLD_ROWS);

/** `GET /expanded-search`: names, addresses and institutions with them. */
export const expandedSearch: Handler = (call) => {
  const { page, total } = find(call);
  return shown(EXPANDED_SEARCH, { 'expanded-result': page.map(expandedTree), 'num-found': total });
};

/** `GET /csv-search`: the columns of `fl`, which a spreadsheet can read. */
export const csvSearch: Handler = (call) => {
  const columns = (call.query.get('fl') ?? 'orcid').split(',').map((column) => column.trim());
  const lines = find(call).page.map((record) => columns.map((column) => cell(record, column)).join(','));
  return written([columns.join(','), ...lines].map((line) => `${line}\n`).join(''));
};

function find(call: ApiCall, limits = ROWS): { page: OrcidRecord[]; total: number } {
  const [start, rows] = [startOf(call), rowsOf(call, limits)];
  const text = call.query.get('q') ?? '';
  if (text.trim() === '') return { page: [], total: 0 };
  const found = findAll(call, parseQuery(text));
  return { page: found.slice(start, start + rows), total: found.length };
}

/** The active records that answer, the best first where the query weighs its fields. */
function findAll({ registry, query: parameters }: ApiCall, asked: Query): OrcidRecord[] {
  const fields = QueryFields.of(parameters);
  const query = fields?.applyTo(asked) ?? asked;
  const now = registry.now();
  const found = [...registry.records].filter(
    (record) => record.profile.state.kind === 'active' && matches(query, record, now),
  );
  return fields === undefined ? found : bestFirst(found, (record) => fields.score(asked, record, now));
}

function bestFirst(records: readonly OrcidRecord[], score: (record: OrcidRecord) => number): OrcidRecord[] {
  const scored = records.map((record) => ({ record, score: score(record) }));
  return scored.sort((a, b) => b.score - a.score).map(({ record }) => record);
}

function rowsOf({ query }: ApiCall, { usual, most, words }: Rows): number {
  const raw = query.get('rows') ?? String(usual);
  if (/^\d+$/.test(raw) && Number(raw) <= most) return Number(raw);
  throw new OrcidError(9012, { detail: `The rows parameter must be an integer between 0 and ${words}` });
}

/** Only those who do not say who they are may not look further than this (S: PublicV3ApiServiceDelegatorImpl.validateStart). */
function startOf({ query, host, access }: ApiCall): number {
  const start = Number(query.get('start') ?? 0);
  if (!Number.isInteger(start)) throw new OrcidError(9012);
  const isAnonymous = host === 'pub' && access === undefined;
  if (isAnonymous && (start < 0 || start > ANONYMOUS_START)) throw new OrcidError(9043);
  return Math.max(0, start);
}

function expandedTree(record: OrcidRecord): Tree {
  const values = (name: string) => indexField(name).values(record);
  return {
    'orcid-id': record.orcid,
    'given-names': values('given-names')[0],
    'family-names': values('family-name')[0],
    'credit-name': values('credit-name')[0],
    'other-name': [...values('other-names')],
    email: [...values('email')],
    'institution-name': institutions(record),
  };
}

function cell(record: OrcidRecord, column: string): string {
  const values =
    column === 'current-institution-affiliation-name' || column === 'past-institution-affiliation-name'
      ? employers(record, column.startsWith('current'))
      : indexField(column).values(record);
  const text = values.join(',');
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Where somebody works, or has worked: an employment without an end goes on. */
function employers(record: OrcidRecord, isCurrent: boolean): string[] {
  return visible(record, 'employment')
    .filter(({ content }) => (content['end-date'] === undefined) === isCurrent)
    .map(({ content }) => (content['organization'] as { name?: string } | undefined)?.name ?? '');
}
