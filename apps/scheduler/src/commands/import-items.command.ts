import { ItemsFile, ItemsImport, type ItemsOutcome } from '@ligature/assertions';
import { itemsKeyOf } from '@ligature/persistence';
import { counted } from '@ligature/runtime';
import { Injectable } from '@nestjs/common';
import { ChosenInstitution } from './chosen-institution.ts';
import { ImportRun, type ImportRunOptions } from './import-run.ts';

export interface ImportItemsOptions extends ImportRunOptions {
  readonly institution?: string;
  /** Reads a file again that was read last. */
  readonly again?: boolean;
}

/** More refused lines than this are one mistake seen many times. */
const SHOWN = 50;

@Injectable()
export class ImportItemsCommand {
  constructor(
    private readonly chosen: ChosenInstitution,
    private readonly items: ItemsImport,
    private readonly runs: ImportRun,
  ) {}

  async run(file: string, { institution: slug, again = false, ...options }: ImportItemsOptions): Promise<string> {
    const institution = await this.chosen.one(slug);
    const take = (): Promise<ItemsOutcome> => this.items.import(institution, new ItemsFile(file), { again });
    return this.runs.run({ institution, key: itemsKeyOf(institution), take, describe }, options);
  }
}

function describe(outcome: Exclude<ItemsOutcome, { kind: 'refused' }>): string {
  if (outcome.kind === 'already-imported')
    return `This very file was imported on ${outcome.at.toISOString()}. Nothing to do; --again reads it once more.`;
  const { counts, refused } = outcome.report;
  const rows = refused.slice(0, SHOWN).map(({ line, reasons }) => `  line ${line}: ${reasons.join(' ')}`);
  return [
    `${counted(counts.rows, 'line')}: ${counts.added} added, ${counts.changed} changed, ${counts.unchanged} unchanged, ${counts.absent} withdrawn, ${counts.refused} refused.`,
    ...(rows.length > 0 ? ['Refused lines (what was known of them stays as it was):', ...rows] : []),
    ...(counts.refused > rows.length ? [`  … and ${counts.refused - rows.length} more.`] : []),
  ].join('\n');
}
