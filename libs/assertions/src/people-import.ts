import {
  AssertionRepository,
  type FeedImport,
  type FeedKey,
  type Institution,
  PersonRepository,
  feedKeyOf,
} from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { Injectable } from '@nestjs/common';
import { FeedFileError } from './feed-file.error.ts';
import type { FeedFile } from './feed-file.ts';
import { FeedReading } from './feed-reading.ts';
import { feedRows } from './feed-rows.ts';
import { type FeedSurvey, surveyOf } from './feed-survey.ts';
import { FileImports, type Taken } from './file-imports.ts';
import type { ImportOptions, ImportOutcome, TakenExport } from './import-outcome.ts';
import { rulesHash } from './rules-hash.ts';

/** More than this part of the known jobs missing from an export looks like half an export. */
const MANY_ABSENT = 0.2;
const FEW = 20;

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
    const { again = false, allowManyAbsent = false } = options;
    const file = named.in(institution.feed.encoding);
    const given = { institution, key: feedKeyOf(institution), file, rulesHash: rulesHash(institution.feed) };
    const isAskedAgain = ({ wasTaken }: FeedImport): boolean => again || (!wasTaken && allowManyAbsent);
    return this.imports.import(given, isAskedAgain, () => this.take(institution, file, options));
  }

  private async take(institution: Institution, file: FeedFile, options: ImportOptions): Promise<Taken & TakenExport> {
    const { feed: rules } = institution;
    const at = this.clock.now();
    const key = feedKeyOf(institution);
    const survey = await surveyOf(feedRows(file.lines(), rules), rules);
    const reading = new FeedReading(rules, survey, options.onRow);
    for await (const batch of reading.batches(feedRows(file.lines(), rules))) {
      await this.people.keepStated(institution.id, key.space, batch.people, at);
      reading.count(batch, await this.assertions.keep(key, batch.assertions, at));
    }
    const { knowsEveryRow: absencesCounted } = survey;
    const absent = absencesCounted ? await this.markAbsent(institution, key, survey, options) : 0;
    await this.assertions.refreshStatistics();
    const { refused, causes } = reading;
    return { kind: 'imported', counts: { ...reading.counts, absent }, refused, absencesCounted, causes };
  }

  private async markAbsent(
    institution: Institution,
    key: FeedKey,
    survey: FeedSurvey,
    { allowManyAbsent = false }: ImportOptions,
  ): Promise<number> {
    const { listed } = survey;
    const known = await this.assertions.countPresent(key);
    const day = this.clock.today(institution.timeZone).toString();
    const absent = await this.assertions.markAbsent(key, listed, day, this.clock.now());
    if (!allowManyAbsent) demandWhole({ listed: listed.length, known, absent });
    return absent;
  }
}

/** @throws FeedFileError when an export looks like half of one: nobody loses a job for a query that broke off */
function demandWhole({ listed, known, absent }: Readonly<Record<'listed' | 'known' | 'absent', number>>): void {
  const unless = 'If it is right, import it with --allow-many-absent.';
  if (listed === 0)
    throw new FeedFileError([
      `The file has no row beside its header: none of ${known} known jobs would be listed any more. ${unless}`,
    ]);
  if (known > FEW && absent > known * MANY_ABSENT)
    throw new FeedFileError([
      `The file leaves out ${absent} of ${known} known jobs, which looks like half an export. ${unless}`,
    ]);
}
