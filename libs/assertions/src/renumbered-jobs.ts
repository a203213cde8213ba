import type { AssertedContent, RowKey, StatedAssertion } from '@ligature/persistence';

/** A job that HR calls by another id, and is the same all the same. */
export interface RenumberedJob {
  /** Of its row in the file. */
  readonly line: number;
  readonly staffId: string;
  readonly from: string;
  readonly to: string;
}

/** A job that is listed for the first time. */
export interface NewJob {
  readonly line: number;
  readonly assertion: StatedAssertion;
}

/**
 * Finds the same job under another id: same person, organisation, role and start. Only where exactly one job is gone and
 * exactly one is new, for otherwise it would be a guess which is which; and never without a start, which many jobs lack.
 */
export function renumberedJobs(gone: readonly StatedAssertion[], added: readonly NewJob[]): RenumberedJob[] {
  const addedBySame = Map.groupBy(added, ({ assertion }) => sameness(assertion));
  return [...Map.groupBy(gone, sameness)].flatMap(([same, [one, ...others]]) => {
    const [other, ...moreAdded] = addedBySame.get(same) ?? [];
    if (same === undefined || one === undefined || other === undefined || others.length + moreAdded.length > 0)
      return [];
    return [{ line: other.line, staffId: one.personKey, from: one.rowKey, to: other.assertion.rowKey }];
  });
}

function sameness({ personKey, section, content, starts }: StatedAssertion & RowKey): string | undefined {
  if (section !== 'employment' || starts === null) return undefined;
  const { organization, role } = content as AssertedContent<'employment'>;
  const { registry, value } = organization.identifier ?? {};
  return JSON.stringify([personKey, registry, value, role, starts]);
}
