import { JobWithdrawal } from '@ligature/assertions';
import { RecordSweep } from '@ligature/record-sync';
import { Injectable } from '@nestjs/common';
import { ChosenInstitution } from './chosen-institution.ts';
import { CommandError } from './command.error.ts';

export interface WithdrawJobOptions {
  readonly institution?: string;
  /** Who decides; kept in the audit trail. */
  readonly by: string;
}

/** Takes a job off records that the HR system stated by mistake. */
@Injectable()
export class WithdrawJobCommand {
  constructor(
    private readonly chosen: ChosenInstitution,
    private readonly jobs: JobWithdrawal,
    private readonly sweep: RecordSweep,
  ) {}

  async run(staffId: string, jobId: string, { institution: slug, by }: WithdrawJobOptions): Promise<string> {
    const institution = await this.chosen.one(slug);
    const outcome = await this.jobs.withdraw(institution, { staffId, jobId }, by);
    if (outcome === 'unknown')
      throw new CommandError(
        `The HR export of ${institution.name} has never stated the job "${jobId}" of the staff id "${staffId}". Both count as they are written there.`,
      );
    await this.sweep.syncDue(institution);
    return [
      outcome === 'withdrawn' ? 'Withdrawn.' : 'It was withdrawn before.',
      'Its item is taken off the record, if it stands on one and may be removed; the scheduler does it as it goes.',
      'An export that lists the job again states it again: have it corrected there too.',
    ].join(' ');
  }
}
