import type { ContentOf, PutCode } from '@ligature/orcid-model';
import type { AuditAction, RecordItem } from '@ligature/persistence';
import type { WriteStep } from './plan.ts';

/** Changes an item to what became of it, and says so for the audit trail; undefined when there is nothing to record. */
export type ItemChange = (item: RecordItem, at: Date) => AuditAction | undefined;

export const nothingHappened: ItemChange = () => undefined;

export const withdrawn: ItemChange = (item, at) => {
  item.markWithdrawn(at);
  return 'item.removed';
};

/** Once not where it should be: nothing is concluded from that yet. */
export const missing: ItemChange = (item, at) => {
  if (item.state === 'missing') return undefined;
  item.markMissing(at);
  return 'item.found-missing';
};

/** Its creation is in doubt, and the first look since that was begun does not find it. */
export function unlisted(begunAt: Date): ItemChange {
  return (item, at) => {
    item.markUnlisted(begunAt, at);
    return undefined;
  };
}

/** Proved absent by a second look of another kind. */
export const removedByOwner: ItemChange = (item) => {
  item.markRemovedByOwner();
  return 'item.found-removed';
};

/** ORCID cleared it with the rest of a record that was deactivated: nobody decided against it. */
export const cleared: ItemChange = (item, at) => {
  item.markWithdrawn(at);
  return 'item.found-cleared';
};

/** It is where it should be after all, and ours: that ORCID once said otherwise holds no more. */
export const foundAgain: ItemChange = (item) => {
  if (item.problem?.code === 'not-our-item') item.clearProblem();
  if (item.state === 'present') return undefined;
  item.findAgain();
  return 'item.found-again';
};

/** It stands there, and no token of ours may change it. */
export const notOurs: ItemChange = (item) => {
  if (item.state === 'notOurs') return undefined;
  item.markNotOurs();
  return 'item.found-not-ours';
};

/** It stands there under a former client of the institution: a second one is not written. */
export function standsUnderFormer(putCode: PutCode): ItemChange {
  return (item) => {
    item.findUnderFormer(putCode);
    return 'item.found-not-ours';
  };
}

/** Its owner asked for it back. */
export const allowedAgain: ItemChange = (item) => {
  item.allowAgain();
  return 'item.allowed-again';
};

/** ORCID did the step. */
export function done(step: WriteStep, putCode: PutCode | undefined): ItemChange {
  if (step.action === 'remove' || putCode === undefined) return withdrawn;
  return (item, at) => {
    item.markPresent({ putCode, content: step.item.content, contentHash: step.hash, at });
    return step.action === 'create' ? 'item.created' : 'item.updated';
  };
}

/** The item was found on the record with the content we meant: the answer to its creation had been lost. */
export function foundAsMeant(putCode: PutCode, content: ContentOf, contentHash: string): ItemChange {
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
