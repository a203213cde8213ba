import { counted } from '@ligature/runtime';
import type { RefreshedSource } from './metadata-refresh.ts';

/** What became of a source when it was read, in one line for operators. */
export function describeRefresh(refreshed: RefreshedSource): string {
  if (refreshed.kind === 'failed') return `${refreshed.location}: ${refreshed.reason}`;
  const { location, providers, unusable, kind } = refreshed;
  const left = unusable > 0 ? `, ${unusable} unusable` : '';
  return `${location}: ${counted(providers, 'identity provider')}${left}${kind === 'unchanged' ? ', unchanged' : ''}`;
}
