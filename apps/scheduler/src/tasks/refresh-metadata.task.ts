import { describeRefresh, MetadataRefresh } from '@ligature/institutions';
import type { Institution } from '@ligature/persistence';
import { Injectable } from '@nestjs/common';
import type { AskedBy, ScheduledTask } from './scheduled-task.ts';

@Injectable()
export class RefreshMetadataTask implements ScheduledTask {
  readonly id = 'refresh-metadata';
  readonly description = 'Reads the metadata of identity providers again: daily, and hourly what failed.';
  readonly cron = '40 * * * *';

  constructor(private readonly metadata: MetadataRefresh) {}

  async run(institution: Institution, askedBy: AskedBy): Promise<string> {
    const refreshed = await this.metadata.refresh(institution, askedBy === 'operator' ? 'all' : 'due');
    return refreshed.length === 0 ? 'all metadata is fresh' : refreshed.map(describeRefresh).join('; ');
  }
}
