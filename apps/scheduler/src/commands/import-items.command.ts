import { ItemsFile, ItemsImport, type ItemsOutcome } from '@ligature/assertions';
import { type Institution, itemsKeyOf } from '@ligature/persistence';
import { RecordSweep } from '@ligature/record-sync';
import { counted } from '@ligature/runtime';
import { Injectable } from '@nestjs/common';
import { ChosenInstitution } from './chosen-institution.ts';
import { describeSweep } from './describe-sweep.ts';
import { changesWithoutDryRun, ImportDryRun, DRY_RUN } from './import-dry-run.ts';
import { nothingImported } from './nothing-imported.ts';

export interface ImportItemsOptions {
  readonly institution?: string;
  /** Reads a file again that was read last. */
  readonly again?: boolean;
  /** Only says what the import would do. */
  readonly dryRun?: boolean;
  /** File that gets every change that the import would make. */
  readonly changes?: string;
}

/** More refused lines than this are one mistake seen many times. */
const SHOWN = 50;

@Injectable()
export class ImportItemsCommand {
  constructor(
    private readonly chosen: ChosenInstitution,
    private readonly items: ItemsImport,
    private readonly sweep: RecordSweep,
    private readonly dryRun: ImportDryRun,
  ) {}

  async run(
    file: string,
    { institution: slug, again = false, dryRun = false, changes }: ImportItemsOptions,
  ): Promise<string> {
    const institution = await this.chosen.one(slug);
    const take = (): Promise<ItemsOutcome> => this.items.import(institution, new ItemsFile(file), { again });
    if (dryRun) return this.tryOut(institution, take, changes);
    if (changes !== undefined) throw changesWithoutDryRun();
    const outcome = await take();
    if (outcome.kind === 'refused') throw nothingImported(outcome.faults);
    if (outcome.kind === 'already-imported') return describe(outcome);
    const swept = await this.sweep.syncDue(institution);
    return [describe(outcome), `${describeSweep(swept)}; the scheduler does what is to be done as it goes.`].join('\n');
  }

  private async tryOut(institution: Institution, take: () => Promise<ItemsOutcome>, changes?: string): Promise<string> {
    const given = { institution, key: itemsKeyOf(institution) };
    const { outcome, lines } = await this.dryRun.of(given, take, changes);
    if (outcome.kind === 'refused') throw nothingImported(outcome.faults);
    return outcome.kind === 'imported' ? [DRY_RUN, describe(outcome), ...lines].join('\n') : describe(outcome);
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
