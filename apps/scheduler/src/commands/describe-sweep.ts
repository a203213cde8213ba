import type { SweepResult } from '@ligature/record-sync';
import { counted } from '@ligature/runtime';

/** What becomes of the records that are not as wanted: which are brought up to date, and which wait for what. */
export function describeSweep({ due, doubted, held }: SweepResult): string {
  return [
    `${counted(due, 'record')} to bring up to date`,
    ...(doubted > 0 ? [`${counted(doubted, 'record')} to wait until ORCID accepts the permission again`] : []),
    ...(held > 0 ? [`${counted(held, 'change')} held until somebody decides`] : []),
  ].join(', ');
}
