import {
  AssertionRepository,
  type FeedKey,
  type Institution,
  PersonRepository,
  type RowKey,
  feedKeyOf,
  itemsKeyOf,
} from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { Injectable } from '@nestjs/common';
import { FeedFileError } from './feed-file.error.ts';
import { FileImports, type Taken } from './file-imports.ts';
import type { ItemReport, ItemsOptions, ItemsOutcome } from './import-outcome.ts';
import type { ItemsFile } from './items-file.ts';
import { itemsListedIn, ItemsReading, type ReadItem } from './items-reading.ts';
import { keyOf } from './row-key.ts';
import { itemsRulesHash } from './rules-hash.ts';

type Became = Pick<ItemReport, 'became'> & { readonly reasons?: readonly string[] };

/** Takes items of any section as what the institution says of its people. What a file does not name stays as it was. */
@Injectable()
export class ItemsImport {
  constructor(
    private readonly imports: FileImports,
    private readonly people: PersonRepository,
    private readonly assertions: AssertionRepository,
    private readonly clock: Clock,
  ) {}

  /** A bad line is refused with its reasons and leaves what was known before; a bad file changes nothing at all. */
  async import(institution: Institution, file: ItemsFile, options: ItemsOptions = {}): Promise<ItemsOutcome> {
    const given = { institution, key: itemsKeyOf(institution), file, rulesHash: itemsRulesHash(institution.feed) };
    return this.imports.import(
      given,
      () => options.again === true,
      () => this.take(institution, file, options),
    );
  }

  private async take(
    institution: Institution,
    file: ItemsFile,
    { onRow }: ItemsOptions,
  ): Promise<Taken & { readonly kind: 'imported' }> {
    const key = itemsKeyOf(institution);
    const sections = sectionsOf(institution);
    const reading = new ItemsReading(sections, await itemsListedIn(file.lines()), onRow);
    for await (const batch of reading.batches(file.lines())) await this.store(key, batch, reading);
    await this.assertions.refreshStatistics();
    return { kind: 'imported', counts: reading.counts, refused: reading.refused };
  }

  /** Five statements for a thousand lines. */
  private async store(key: FeedKey, batch: readonly ReadItem[], reading: ItemsReading): Promise<void> {
    const at = this.clock.now();
    const others = await this.statedOtherwise(key, batch);
    const stated = batch.flatMap((item) =>
      item.kind === 'stated' && !others.has(keyOf(item.assertion)) ? [item.assertion] : [],
    );
    const people = new Set(stated.map(({ personKey }) => personKey));
    await this.people.keepStated(
      key.institutionId,
      key.space,
      [...people].map((staffId) => ({ staffId })),
      at,
    );
    const kept = await this.assertions.keep(key, stated, at);
    const withdrawn = await this.assertions.withdraw(key, withdrawalsIn(batch), at);
    const became = new Map<string, Became>([
      ...others,
      ...kept.map((row) => [keyOf(row), { became: row.added ? 'added' : 'changed' }] as const),
      ...withdrawn.map((row) => [keyOf(row), { became: row.changed ? 'withdrawn' : 'unchanged' }] as const),
    ]);
    for (const item of batch) {
      const { became: outcome, reasons } = outcomeOf(item, became);
      reading.count(item, outcome, reasons);
    }
  }

  /** An item stays in its section: what stands at ORCID cannot move to another one. */
  private async statedOtherwise(key: FeedKey, batch: readonly ReadItem[]): Promise<Map<string, Became>> {
    const stated = new Map(
      batch.flatMap((item) =>
        item.kind === 'stated' ? [[keyOf(item.assertion), item.assertion.section] as const] : [],
      ),
    );
    const known = await this.assertions.sectionsOf(key, batch.flatMap(rowOfStatement));
    const others = known.filter((row) => stated.get(keyOf(row)) !== row.section);
    return new Map(
      others.map((row) => {
        const reason = `section: the row was stated as ${row.section} before. Withdraw it, and state the new item under another rowId.`;
        return [keyOf(row), { became: 'refused', reasons: [reason] }];
      }),
    );
  }
}

/** @throws FeedFileError when the institution file does not say what items files may state */
function sectionsOf(institution: Institution): NonNullable<Institution['feed']['items']>['sections'] {
  const { items } = institution.feed;
  if (items === undefined)
    throw new FeedFileError([
      'The institution file does not say what items files may state. Name the sections in "feed.items.sections", and run configure.',
    ]);
  const { feed } = itemsKeyOf(institution);
  if (feed === feedKeyOf(institution).feed)
    throw new FeedFileError([
      `feed.items.name: the HR export and items files have one name, "${feed}". Give "feed.items.name" another, and run configure.`,
    ]);
  return items.sections;
}

function rowOfStatement(item: ReadItem): RowKey[] {
  return item.kind === 'stated' ? [rowOf(item.assertion)] : [];
}

function withdrawalsIn(batch: readonly ReadItem[]): RowKey[] {
  return batch.flatMap((item) => (item.kind === 'withdrawn' ? [item.row] : []));
}

function rowOf({ personKey, rowKey }: RowKey): RowKey {
  return { personKey, rowKey };
}

function outcomeOf(item: ReadItem, became: ReadonlyMap<string, Became>): Became {
  switch (item.kind) {
    case 'refused':
      return { became: 'refused', reasons: item.reasons };
    case 'repeated':
      return { became: 'unchanged', reasons: [`Line ${item.earlier} says the same.`] };
    case 'stated':
      return became.get(keyOf(item.assertion)) ?? { became: 'unchanged' };
    case 'withdrawn':
      return became.get(keyOf(item.row)) ?? { became: 'refused', reasons: [nothingToWithdraw(item.row)] };
  }
}

function nothingToWithdraw({ personKey, rowKey }: RowKey): string {
  return `rowId "${rowKey}" of staffId "${personKey}" is not known: nothing to withdraw. Check both.`;
}
