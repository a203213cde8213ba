import { formatFuzzyDate, type FuzzyDate } from '@ligature/orcid-model';
import type { ItemState, RecordItem } from '@ligature/persistence';
import { RecordItemState, type RecordItemType } from './record-item.type.ts';

const STATE: Readonly<Record<ItemState, RecordItemState>> = {
  wanted: RecordItemState.WANTED,
  present: RecordItemState.PRESENT,
  removedByOwner: RecordItemState.REMOVED_BY_OWNER,
  withdrawn: RecordItemState.WITHDRAWN,
};

export function toRecordItemType(item: RecordItem): RecordItemType {
  const { id, kind, state, putCode = null, content, writtenAt = null, problem } = item;
  return {
    id,
    kind,
    state: STATE[state],
    putCode,
    organization: content?.organization.name ?? null,
    department: content?.department ?? null,
    role: content?.role ?? null,
    startDate: dateOf(content?.start),
    endDate: dateOf(content?.end),
    writtenAt,
    problem: problem?.message ?? null,
  };
}

function dateOf(date: FuzzyDate | undefined): string | null {
  return date === undefined ? null : formatFuzzyDate(date);
}
