import { writeFile } from 'node:fs/promises';
import type { NotImported } from '@ligature/assertions';
import {
  type ChangedField,
  FeedChanges,
  type FeedDifference,
  type FeedKey,
  type Institution,
  DryRun,
  type RowChange,
} from '@ligature/persistence';
import { RecordSweep } from '@ligature/record-sync';
import { counted } from '@ligature/runtime';
import { Injectable } from '@nestjs/common';
import { CommandError } from './command.error.ts';
import { csvLine } from './csv-line.ts';
import { describeSweep } from './describe-sweep.ts';
import { nothingImported } from './nothing-imported.ts';

/** What comes before what an import would do. */
const DRY_RUN = 'Nothing was changed. This is what the import would do:';

/** So many changes are named; a file gets all of them. */
const SHOWN = 20;

/** What an operator may want of an import beside it. */
export interface ImportRunOptions {
  /** Only says what the import would do. */
  readonly dryRun?: boolean;
  /** File that gets every change that the import would make. */
  readonly changes?: string;
}

type Outcome = NotImported | { readonly kind: 'imported' };
type Taken<T extends Outcome> = Exclude<T, { readonly kind: 'refused' }>;

/** A file, how it is imported, and how it is told what became of that. */
export interface GivenImport<T extends Outcome> {
  readonly institution: Institution;
  readonly key: FeedKey;
  readonly take: () => Promise<T>;
  readonly describe: (outcome: Taken<T>) => string;
}

/** Imports a file and has records brought up to date by it; or does so, looks at it, and takes it back. */
@Injectable()
export class ImportRun {
  constructor(
    private readonly dryRun: DryRun,
    private readonly changes: FeedChanges,
    private readonly sweep: RecordSweep,
  ) {}

  /** @throws CommandError when nothing of the file is taken, or `changes` is asked for of an import that is done */
  async run<T extends Outcome>(
    given: GivenImport<T>,
    { dryRun = false, changes: file }: ImportRunOptions,
  ): Promise<string> {
    if (dryRun) return this.dryRun.of(() => this.tryOut(given, file));
    // An import that is done keeps no copy of what was stated before.
    if (file !== undefined)
      throw new CommandError(
        '--changes goes with --dry-run: it lists what an import would change. Nothing was imported.',
      );
    const outcome = taken(await given.take());
    const said = given.describe(outcome);
    if (outcome.kind !== 'imported') return said;
    const swept = describeSweep(await this.sweep.syncDue(given.institution));
    return `${said}\n${swept}; the scheduler does what is to be done as it goes.`;
  }

  private async tryOut<T extends Outcome>(
    { institution, key, take, describe }: GivenImport<T>,
    file: string | undefined,
  ): Promise<string> {
    await this.changes.remember(key);
    const outcome = taken(await take());
    const said = describe(outcome);
    if (outcome.kind !== 'imported') return said;
    const lines = describeDifference(await this.changes.difference(key, SHOWN));
    if (file !== undefined) lines.push(await writeChanges(file, await this.changes.all(key)));
    const swept = describeSweep(await this.sweep.syncDue(institution));
    return [DRY_RUN, said, ...lines, `On records: ${swept}.`].join('\n');
  }
}

function taken<T extends Outcome>(outcome: T): Taken<T> {
  if (outcome.kind === 'refused') throw nothingImported(outcome.faults);
  return outcome as Taken<T>;
}

/** What a feed would state otherwise, for whoever is to decide about it. */
export function describeDifference({ rows, changes, allChanges }: FeedDifference): string[] {
  const kinds = Object.entries(rows) as [RowChange, number][];
  const some = kinds.flatMap(([kind, count]) => (count === 0 ? [] : `${count} ${NAMES[kind]}`));
  if (some.length === 0) return ['Rows: none would be stated otherwise.'];
  return [
    `Rows: ${some.join(', ')}.`,
    ...(changes.length === 0 ? [] : ['What they would say, the most frequent first:']),
    ...changes.map(
      (one) => `  ${counted(one.rows, 'row')}: ${one.field}: ${shown(one.before)} becomes ${shown(one.now)}`,
    ),
    ...(allChanges > changes.length ? [`  … and ${allChanges - changes.length} more; --changes FILE lists all.`] : []),
  ];
}

const NAMES: Readonly<Record<RowChange, string>> = {
  added: 'added',
  changed: 'changed',
  absent: 'no longer listed',
  back: 'stated again',
  withdrawn: 'taken back',
};

function shown(text: string | null): string {
  return text === null ? 'nothing' : JSON.stringify(text);
}

async function writeChanges(file: string, changes: readonly ChangedField[]): Promise<string> {
  const lines = changes.map(({ personKey, rowKey, kind, field, before, now }) =>
    csvLine([personKey, rowKey, NAMES[kind], field ?? '', before ?? '', now ?? '']),
  );
  await writeFile(file, [csvLine(['staff id', 'row', 'became', 'field', 'before', 'now']), ...lines].join(''));
  return `Every change is in ${file}.`;
}
