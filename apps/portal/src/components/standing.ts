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

/** Whether ORCID may say something else when it is asked again. */
export function isWorthAsking(standing: Standing): boolean {
  return isPaused(standing) && !isGone(standing) && !standing.isKeyLost;
}
