import { FeedFile, type FeedFileOptions, type ImportOutcome, PeopleImport } from '@ligature/assertions';
import { feedKeyOf, type Institution } from '@ligature/persistence';
import { Injectable } from '@nestjs/common';
import { ChosenInstitution } from './chosen-institution.ts';
import { describeImport } from './describe-import.ts';
import { ImportRun, type ImportRunOptions } from './import-run.ts';
import { ReportFile } from './report-file.ts';

export interface ImportOptions extends FeedFileOptions, ImportRunOptions {
  readonly institution?: string;
  readonly allowManyAbsent?: boolean;
  /** File that gets one line per row: what became of it, and why. */
  readonly report?: string;
}

@Injectable()
export class ImportPeopleCommand {
  constructor(
    private readonly chosen: ChosenInstitution,
    private readonly people: PeopleImport,
    private readonly runs: ImportRun,
  ) {}

  async run(file: string, options: ImportOptions): Promise<string> {
    const institution = await this.chosen.one(options.institution);
    const take = (): Promise<ImportOutcome> => this.import(institution, file, options);
    return this.runs.run({ institution, key: feedKeyOf(institution), take, describe: describeImport }, options);
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
