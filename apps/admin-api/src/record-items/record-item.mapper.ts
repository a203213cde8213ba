import { type Affiliation, type ContentOf, formatFuzzyDate, type FuzzyDate, titleOf } from '@ligature/orcid-model';
import type { ItemState, RecordItemRow } from '@ligature/persistence';
import { RecordItemState, type RecordItemType } from './record-item.type.ts';

const STATE: Readonly<Record<ItemState, RecordItemState>> = {
  wanted: RecordItemState.WANTED,
  present: RecordItemState.PRESENT,
  missing: RecordItemState.MISSING,
  notOurs: RecordItemState.NOT_OURS,
  removedByOwner: RecordItemState.REMOVED_BY_OWNER,
  withdrawn: RecordItemState.WITHDRAWN,
};

export function toRecordItemType(item: RecordItemRow): RecordItemType {
  const { id, section, state, putCode = null, content, writtenAt = null, problem } = item;
  return {
    id,
    section,
    state: STATE[state],
    putCode,
    title: content == null ? null : titleOf(content),
    ...affiliationFacts(content ?? undefined),
    writtenAt,
    problem: problem?.message ?? null,
  };
}

type Facts = Pick<RecordItemType, 'organization' | 'department' | 'role' | 'startDate' | 'endDate'>;

/** What affiliations and the other activities have in common with them; person sections have none of it. */
function affiliationFacts(content: ContentOf | undefined): Facts {
  const facts = typeof content === 'object' ? (content as Partial<Affiliation>) : {};
  return {
    organization: facts.organization?.name ?? null,
    department: facts.department ?? null,
    role: facts.role ?? null,
    startDate: dateOf(facts.start),
    endDate: dateOf(facts.end),
  };
}

function dateOf(date: FuzzyDate | undefined): string | null {
  return date === undefined ? null : formatFuzzyDate(date);
}
