import { FeedFile, PeopleImport } from '@ligature/assertions';
import type { Institution } from '@ligature/persistence';
import { RecordSweep } from '@ligature/record-sync';
import { counted } from '@ligature/runtime';
import { Injectable } from '@nestjs/common';
import { nothingImported } from '../commands/nothing-imported.ts';
import type { ScheduledTask } from './scheduled-task.ts';

@Injectable()
export class ImportPeopleTask implements ScheduledTask {
  readonly id = 'import-people';
  readonly description = 'Takes the newest HR export as what the institution says of its people.';
  readonly cron = '30 0 * * *';

  constructor(
    private readonly people: PeopleImport,
    private readonly sweep: RecordSweep,
  ) {}

  async run(institution: Institution): Promise<string> {
    const { file } = institution.feed;
    if (file === undefined) return 'no export is configured';
    const outcome = await this.people.import(institution, new FeedFile(file));
    switch (outcome.kind) {
      case 'already-imported':
        return 'the export has not changed';
      case 'refused':
        throw nothingImported(outcome.faults);
      case 'imported': {
        const { due } = await this.sweep.syncDue(institution);
        const { added, changed, refused, absent } = outcome.report.counts;
        return `${added} added, ${changed} changed, ${refused} refused, ${absent} no longer listed; ${counted(due, 'record')} to bring up to date`;
      }
    }
  }
}
