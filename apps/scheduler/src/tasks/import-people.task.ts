import { FeedFile, type OtherPerson, PeopleImport } from '@ligature/assertions';
import type { Institution, TakenFile } from '@ligature/persistence';
import { RecordSweep } from '@ligature/record-sync';
import { counted } from '@ligature/runtime';
import { Injectable } from '@nestjs/common';
import { describeSweep } from '../commands/describe-sweep.ts';
import { nothingImported } from '../commands/nothing-imported.ts';
import type { AskedBy, ScheduledTask } from './scheduled-task.ts';

@Injectable()
export class ImportPeopleTask implements ScheduledTask {
  readonly id = 'import-people';
  readonly description = 'Takes the newest HR export as what the institution says of its people.';
  readonly cron = '30 0 * * *';

  constructor(
    private readonly people: PeopleImport,
    private readonly sweep: RecordSweep,
  ) {}

  async run(institution: Institution, askedBy: AskedBy): Promise<string> {
    const { file } = institution.feed;
    if (file === undefined) return 'no export is configured';
    const outcome = await this.people.import(institution, new FeedFile(file), { byClock: askedBy === 'clock' });
    switch (outcome.kind) {
      case 'already-imported':
        return 'the export has not changed';
      case 'refused':
        throw nothingImported(outcome.faults);
      case 'imported': {
        const swept = await this.sweep.syncDue(institution);
        const { added, changed, refused, absent } = outcome.report.counts;
        return `${added} added, ${changed} changed, ${refused} refused, ${absent} no longer listed; ${newerFile(outcome.replaced)}${numbersToCheck(outcome.otherPeople)}${describeSweep(swept)}`;
      }
    }
  }
}

const SHOWN = 20;

/** What a task says is kept: it names no people, only their numbers. */
function numbersToCheck(people: readonly OtherPerson[]): string {
  if (people.length === 0) return '';
  const numbers = people.slice(0, SHOWN).map(({ staffId }) => staffId);
  const more = people.length > SHOWN ? `, and ${people.length - SHOWN} more` : '';
  return (
    `${counted(people.length, 'staff id')} with both another name and another mail address than before ` +
    `(${numbers.join(', ')}${more}): see that none was given to somebody else; `
  );
}

function newerFile(replaced: TakenFile | undefined): string {
  if (replaced === undefined) return '';
  return `in place of a newer file, ${replaced.fileName} of ${replaced.at.toISOString()}; `;
}
