import {
  AssertionRepository,
  type FeedImport,
  type Institution,
  PersonRepository,
  feedKeyOf,
} from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { Injectable } from '@nestjs/common';
import type { FeedFile } from './feed-file.ts';
import { FeedReading } from './feed-reading.ts';
import { type FeedRow, feedRows } from './feed-rows.ts';
import { surveyOf } from './feed-survey.ts';
import { KnownJobs } from './known-jobs.ts';
import { FileImports, type Taken } from './file-imports.ts';
import type { ImportOptions, ImportOutcome, TakenExport } from './import-outcome.ts';
import { rulesHash } from './rules-hash.ts';
import { otherPeople } from './who-it-is.ts';

/** Takes an institution's HR export as what it says of its people: all of its good rows, or nothing. */
@Injectable()
export class PeopleImport {
  constructor(
    private readonly imports: FileImports,
    private readonly people: PersonRepository,
    private readonly assertions: AssertionRepository,
    private readonly clock: Clock,
  ) {}

  /** A bad row is refused with its reasons and leaves what was known before; a bad file changes nothing at all. */
  async import(institution: Institution, named: FeedFile, options: ImportOptions = {}): Promise<ImportOutcome> {
    const { again = false, allowManyAbsent = false, byClock = false } = options;
    const { feed } = institution;
    const file = named.in(feed);
    const hashed = { name: file.nameBeside(feed.file), hash: () => file.hash() };
    const given = { institution, key: feedKeyOf(institution), file: hashed, rulesHash: rulesHash(feed), byClock };
    const isAskedAgain = ({ wasTaken }: FeedImport): boolean => again || (!wasTaken && allowManyAbsent);
    return this.imports.import(given, isAskedAgain, (fileHash) => this.take(institution, { file, fileHash }, options));
  }

  private async take(
    institution: Institution,
    { file, fileHash }: { readonly file: FeedFile; readonly fileHash: string },
    options: ImportOptions,
  ): Promise<Taken & TakenExport> {
    const { feed: rules, timeZone } = institution;
    const at = this.clock.now();
    const key = feedKeyOf(institution);
    const table = await file.open();
    const rows = (): AsyncIterable<FeedRow> => feedRows(table, rules);
    const survey = await surveyOf(rows(), rules);
    const { knowsEveryRow: absencesCounted } = survey;
    const known = new KnownJobs(this.assertions, key, survey);
    await known.demandFields(rules);
    const before = await known.count();
    const renumbered = absencesCounted ? await known.renumber(rows(), rules, at) : [];
    const reading = new FeedReading(rules, survey, options.onRow);
    for await (const batch of reading.batches(rows())) {
      const others = await this.people.knownOtherwise(institution.id, key.space, batch.people);
      reading.otherPeople.push(...otherPeople(others, batch.people));
      await this.people.keepStated(institution.id, key.space, batch.people, at);
      reading.count(batch, await this.assertions.keep(key, batch.assertions, at));
    }
    const { allowManyAbsent = false } = options;
    const day = this.clock.today(timeZone).toString();
    const absent = absencesCounted ? await known.markAbsent(before, day, at, allowManyAbsent) : 0;
    await this.assertions.refreshStatistics();
    const { refused, causes, otherPeople: others } = reading;
    return {
      kind: 'imported',
      place: table.place,
      replaced: await this.assertions.takenAfter(key, fileHash),
      ignoredColumns: survey.header?.ignored ?? [],
      placeholders: survey.placeholders,
      counts: { ...reading.counts, absent },
      refused,
      absencesCounted,
      causes,
      renumbered,
      otherPeople: others,
    };
  }
}
