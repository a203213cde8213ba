import { FeedFile, type FeedFileOptions, type ImportOutcome, PeopleImport } from '@ligature/assertions';
import { feedKeyOf, type Institution } from '@ligature/persistence';
import { RecordSweep } from '@ligature/record-sync';
import { Injectable } from '@nestjs/common';
import { ChosenInstitution } from './chosen-institution.ts';
import { describeImport } from './describe-import.ts';
import { describeSweep } from './describe-sweep.ts';
import { changesWithoutDryRun, ImportDryRun, DRY_RUN } from './import-dry-run.ts';
import { nothingImported } from './nothing-imported.ts';
import { ReportFile } from './report-file.ts';

export interface ImportOptions extends FeedFileOptions {
  readonly institution?: string;
  readonly allowManyAbsent?: boolean;
  /** File that gets one line per row: what became of it, and why. */
  readonly report?: string;
  /** Only says what the import would do. */
  readonly dryRun?: boolean;
  /** File that gets every change that the import would make. */
  readonly changes?: string;
}

@Injectable()
export class ImportPeopleCommand {
  constructor(
    private readonly chosen: ChosenInstitution,
    private readonly people: PeopleImport,
    private readonly sweep: RecordSweep,
    private readonly dryRun: ImportDryRun,
  ) {}

  async run(file: string, options: ImportOptions): Promise<string> {
    const institution = await this.chosen.one(options.institution);
    if (options.dryRun === true) return this.tryOut(institution, file, options);
    if (options.changes !== undefined) throw changesWithoutDryRun();
    const outcome = await this.import(institution, file, options);
    if (outcome.kind === 'refused') throw nothingImported(outcome.faults);
    if (outcome.kind === 'already-imported') return describeImport(outcome);
    const swept = await this.sweep.syncDue(institution);
    return [describeImport(outcome), `${describeSweep(swept)}; the scheduler does what is to be done as it goes.`].join(
      '\n',
    );
  }

  private async tryOut(institution: Institution, file: string, options: ImportOptions): Promise<string> {
    const given = { institution, key: feedKeyOf(institution) };
    const { outcome, lines } = await this.dryRun.of(
      given,
      () => this.import(institution, file, options),
      options.changes,
    );
    if (outcome.kind === 'refused') throw nothingImported(outcome.faults);
    return outcome.kind === 'imported'
      ? [DRY_RUN, describeImport(outcome), ...lines].join('\n')
      : describeImport(outcome);
  }

  private async import(institution: Institution, file: string, options: ImportOptions): Promise<ImportOutcome> {
    const { allowManyAbsent, report: reportTo } = options;
    const report = reportTo === undefined ? undefined : new ReportFile(reportTo);
    await report?.demandWritable();
    try {
      return await this.people.import(institution, new FeedFile(file, options), {
        ...(allowManyAbsent !== undefined && { allowManyAbsent }),
        onRow: (row) => report?.add(row),
      });
    } finally {
      report?.close();
    }
  }
}
