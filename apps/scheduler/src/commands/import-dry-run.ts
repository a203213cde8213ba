import { writeFile } from 'node:fs/promises';
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

/** What comes before what an import would do. */
export const DRY_RUN = 'Nothing was changed. This is what the import would do:';

/** So many changes are named; a file gets all of them. */
const SHOWN = 20;

/** What an import would do: it is done, looked at, and taken back. */
@Injectable()
export class ImportDryRun {
  constructor(
    private readonly dryRun: DryRun,
    private readonly changes: FeedChanges,
    private readonly sweep: RecordSweep,
  ) {}

  /**
   * @param take imports the file
   * @param file gets every change of every row
   * @returns what the import gave, and what would change by it
   */
  async of<T extends { readonly kind: string }>(
    { institution, key }: { readonly institution: Institution; readonly key: FeedKey },
    take: () => Promise<T>,
    file?: string,
  ): Promise<{ readonly outcome: T; readonly lines: readonly string[] }> {
    return this.dryRun.of(async () => {
      await this.changes.remember(key);
      const outcome = await take();
      if (outcome.kind !== 'imported') return { outcome, lines: [] };
      const lines = describeDifference(await this.changes.difference(key, SHOWN));
      if (file !== undefined) lines.push(await writeChanges(file, await this.changes.all(key)));
      lines.push(`On records: ${describeSweep(await this.sweep.syncDue(institution))}.`);
      return { outcome, lines };
    });
  }
}

/** An import that is done keeps no copy of what was stated before. */
export function changesWithoutDryRun(): CommandError {
  return new CommandError('--changes goes with --dry-run: it lists what an import would change. Nothing was imported.');
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
