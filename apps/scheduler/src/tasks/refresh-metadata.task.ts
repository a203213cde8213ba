import type { Institution, MetadataSource } from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { Injectable } from '@nestjs/common';
import { MetadataRefresh, type RefreshedSource } from '../metadata/metadata-refresh.ts';
import type { AskedBy, ScheduledTask } from './scheduled-task.ts';

/** Read again once a day, whatever minute the last time took. */
const FRESH_MS = 23 * 60 * 60_000;

@Injectable()
export class RefreshMetadataTask implements ScheduledTask {
  readonly id = 'refresh-metadata';
  readonly description = 'Reads the metadata of identity providers again: daily, and hourly what failed.';
  readonly cron = '40 * * * *';

  constructor(
    private readonly metadata: MetadataRefresh,
    private readonly clock: Clock,
  ) {}

  async run(institution: Institution, askedBy: AskedBy): Promise<string> {
    const now = this.clock.now().getTime();
    const refreshed = await this.metadata.refresh(
      institution,
      (source) => askedBy === 'operator' || isDue(source, now),
    );
    return refreshed.length === 0 ? 'all metadata is fresh' : refreshed.map(describeRefresh).join('; ');
  }
}

export function describeRefresh(refreshed: RefreshedSource): string {
  if (refreshed.kind === 'failed') return `${refreshed.location}: ${refreshed.reason}`;
  const { location, providers, unusable, kind } = refreshed;
  const left = unusable > 0 ? `, ${unusable} unusable` : '';
  return `${location}: ${providers} identity provider${providers === 1 ? '' : 's'}${left}${kind === 'unchanged' ? ', unchanged' : ''}`;
}

function isDue({ readAt, failure }: MetadataSource, now: number): boolean {
  return failure != null || readAt == null || now - readAt.getTime() > FRESH_MS;
}
