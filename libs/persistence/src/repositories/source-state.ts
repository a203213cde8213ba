import type { MetadataSource } from '../entities/metadata-source.entity.ts';

/** How a source of metadata stands, the worst first. */
export type SourceState = 'unread' | 'expiring' | 'failing' | 'overdue' | 'current';

const DAY_MS = 24 * 60 * 60_000;
/** Time enough for somebody to ask whoever publishes it (our choice). */
const EXPIRES_SOON_MS = 2 * DAY_MS;
/** It is read every day; that two are over means that nobody reads (our choice). */
const OVERDUE_MS = 2 * DAY_MS;

/** Providers that are valid for no longer than this end soon. */
export function expiresSoon(at: Date): Date {
  return new Date(at.getTime() + EXPIRES_SOON_MS);
}

/** @param expiring how many of its providers end soon, or have ended: those people cannot sign in any more */
export function sourceState(
  { readAt, failure }: Pick<MetadataSource, 'readAt' | 'failure'>,
  expiring: number,
  at: Date,
): SourceState {
  if (readAt == null) return 'unread';
  if (expiring > 0) return 'expiring';
  if (failure != null) return 'failing';
  return at.getTime() - readAt.getTime() > OVERDUE_MS ? 'overdue' : 'current';
}
