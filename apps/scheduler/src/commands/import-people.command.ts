import { type Encoding, FeedFile, type ImportOutcome, PeopleImport } from '@ligature/assertions';
import type { Institution } from '@ligature/persistence';
import { RecordSweep } from '@ligature/record-sync';
import { counted } from '@ligature/runtime';
import { Injectable } from '@nestjs/common';
import { ChosenInstitution } from './chosen-institution.ts';
import { nothingImported } from './nothing-imported.ts';
import { ReportFile } from './report-file.ts';

export interface ImportOptions {
  readonly institution?: string;
  readonly encoding?: Encoding;
  readonly allowManyAbsent?: boolean;
  /** File that gets one line per row: what became of it, and why. */
  readonly report?: string;
}

/** More refused rows than this are one mistake seen many times; the report has all. */
const SHOWN = 50;

@Injectable()
export class ImportPeopleCommand {
  constructor(
    private readonly chosen: ChosenInstitution,
    private readonly people: PeopleImport,
    private readonly sweep: RecordSweep,
  ) {}

  async run(file: string, options: ImportOptions): Promise<string> {
    const institution = await this.chosen.one(options.institution);
    const outcome = await this.import(institution, file, options);
    if (outcome.kind === 'refused') throw nothingImported(outcome.faults);
    if (outcome.kind === 'already-imported') return describe(outcome);
    const { due } = await this.sweep.syncDue(institution);
    return [describe(outcome), `${counted(due, 'record')} to bring up to date; the scheduler does it as it goes.`].join(
      '\n',
    );
  }

  private async import(institution: Institution, file: string, options: ImportOptions): Promise<ImportOutcome> {
    const { encoding, allowManyAbsent, report: reportTo } = options;
    const report = reportTo === undefined ? undefined : new ReportFile(reportTo);
    await report?.demandWritable();
    try {
      return await this.people.import(institution, new FeedFile(file, encoding), {
        ...(allowManyAbsent !== undefined && { allowManyAbsent }),
        onRow: (row) => report?.add(row),
      });
    } finally {
      report?.close();
    }
  }
}

function describe(outcome: Exclude<ImportOutcome, { kind: 'refused' }>): string {
  if (outcome.kind === 'already-imported')
    return `This very file was imported on ${outcome.at.toISOString()}. Nothing to do.`;
  const { counts, refused } = outcome.report;
  const rows = refused.slice(0, SHOWN).map(({ line, reasons }) => `  line ${line}: ${reasons.join(' ')}`);
  return [
    `${counted(counts.rows, 'row')}: ${counts.added} added, ${counts.changed} changed, ${counts.unchanged} unchanged, ${counts.refused} refused.`,
    `No longer listed: ${counted(counts.absent, 'known job')}.`,
    ...(outcome.absencesCounted
      ? []
      : ['Nobody was counted as absent: a refused row does not say for sure which job of whom it is.']),
    ...(rows.length > 0 ? ['Refused rows (what was known of them stays as it was):', ...rows] : []),
    ...(counts.refused > SHOWN ? [`  … and ${counts.refused - SHOWN} more; --report FILE lists all.`] : []),
  ].join('\n');
}
