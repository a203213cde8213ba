import { includesScope, type Scope } from '@ligature/orcid-model';
import type { RecordState, ShownConnection } from '@ligature/persistence';

type Standing = Pick<ShownConnection, 'doubtedSince' | 'recordState' | 'isKeyLost'>;

/** Whether nothing is written for now, because ORCID takes nothing, or we cannot use the permission. */
export function isPaused({ doubtedSince, recordState, isKeyLost }: Standing): boolean {
  return isKeyLost || doubtedSince != null || recordState !== 'open';
}

/**
 * Whether ORCID no longer has the record as it was under this iD: it clears those that were deactivated or merged, so that
 * nothing that is known of it here needs to be true any more.
 */
export function isGone({ recordState }: Pick<Standing, 'recordState'>): boolean {
  const gone: readonly RecordState[] = ['deactivated', 'merged'];
  return gone.includes(recordState);
}

const READS_OR_WRITES: readonly Scope[] = ['/read-limited', '/activities/update', '/person/update'];

/** Whether a permission is for more than to know the iD. */
export function isForRecord({ scopes }: Pick<ShownConnection, 'scopes'>): boolean {
  return READS_OR_WRITES.some((scope) => includesScope(scopes, scope));
}

/** Whether it can be learned from ORCID how the permission stands: with one that only told us the iD nothing can be asked. */
export function isWorthAsking(standing: Standing & Pick<ShownConnection, 'scopes'>): boolean {
  return !isGone(standing) && !standing.isKeyLost && isForRecord(standing);
}
