import type { Affiliation, PutCode } from '@ligature/orcid-model';
import type { AuditAction, RecordItem } from '@ligature/persistence';
import type { WriteStep } from './plan.ts';

/** Changes an item to what became of it, and says so for the audit trail; undefined when there is nothing to tell. */
export type ItemChange = (item: RecordItem, at: Date) => AuditAction | undefined;

export const nothingHappened: ItemChange = () => undefined;

export const withdrawn: ItemChange = (item, at) => {
  item.markWithdrawn(at);
  return 'item.removed';
};

export const removedByOwner: ItemChange = (item) => {
  item.markRemovedByOwner();
  return 'item.found-removed';
};

/** ORCID did the step. */
export function done(step: WriteStep, putCode: PutCode | undefined): ItemChange {
  if (step.action === 'remove' || putCode === undefined) return withdrawn;
  return (item, at) => {
    item.markPresent({ putCode, content: step.content, contentHash: step.hash, at });
    return step.action === 'create' ? 'item.created' : 'item.updated';
  };
}

/** The item was found on the record with the content we meant: the answer to its creation had been lost. */
export function foundAsMeant(putCode: PutCode, content: Affiliation, contentHash: string): ItemChange {
  return (item, at) => {
    item.markPresent({ putCode, content, contentHash, at });
    return 'item.adopted';
  };
}

/** The item is on the record, with what content nobody knows: the next plan writes it again. */
export function foundInDoubt(putCode: PutCode): ItemChange {
  return (item) => {
    const wasKnown = item.putCode === putCode;
    item.adopt(putCode);
    return wasKnown ? undefined : 'item.adopted';
  };
}

/** ORCID does not take it. With a hash, not until its content changes. */
export function refused(problem: { readonly code: string; readonly message: string }, hash: string | null): ItemChange {
  return (item, at) => {
    item.markProblem({ ...problem, at: at.toISOString() }, hash);
    return 'item.refused';
  };
}
