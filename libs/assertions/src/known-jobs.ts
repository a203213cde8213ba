import type { AssertionRepository, FeedKey, FeedRules, OptionalField } from '@ligature/persistence';
import { counted } from '@ligature/runtime';
import { type Header, list } from './columns.ts';
import { FeedFileError } from './feed-file.error.ts';
import { FeedRowReader } from './feed-row.ts';
import type { FeedRow } from './feed-rows.ts';
import { type FeedSurvey, keyIn } from './feed-survey.ts';
import { keyOf } from './row-key.ts';
import { type NewJob, type RenumberedJob, renumberedJobs } from './renumbered-jobs.ts';

/** More than this part of the known jobs missing from an export looks like half an export. */
const MANY_ABSENT = 0.2;
/** Of so few, two that end are soon a fifth: more than this part, and never one alone. */
const FEW = 20;
const MANY_OF_FEW_ABSENT = 0.5;

/** The jobs that are known of one feed, held against all that an export lists. */
export class KnownJobs {
  constructor(
    private readonly assertions: AssertionRepository,
    private readonly key: FeedKey,
    private readonly survey: FeedSurvey,
  ) {}

  /** Gives jobs their new ids, before rows are taken: what was written for them stays theirs. */
  async renumber(rows: AsyncIterable<FeedRow>, rules: FeedRules, at: Date): Promise<RenumberedJob[]> {
    if ((await this.assertions.countPeople(this.key.institutionId, this.key.feed)) === 0) return [];
    const added = await this.assertions.neverStated(this.key, this.survey.listed);
    const people = new Set(added.map(({ personKey }) => personKey));
    const known = people.size === 0 ? [] : await this.assertions.rowsAbout(this.key, [...people]);
    const gone = known.filter((job) => !this.survey.lists(job));
    if (gone.length === 0) return [];
    const leavers = new Set(gone.map(({ personKey }) => personKey));
    const wanted = new Set(added.filter(({ personKey }) => leavers.has(personKey)).map(keyOf));
    const found = renumberedJobs(gone, await this.readJobs(rows, wanted, rules));
    const renamed = found.map(({ staffId: personKey, from: rowKey, to: newKey }) => ({ personKey, rowKey, newKey }));
    await this.assertions.rename(this.key, renamed, at);
    return found;
  }

  /** @throws FeedFileError when known jobs state what this export has no column for: all of them would lose it */
  async demandFields({ columns, defaults }: FeedRules): Promise<void> {
    const { header } = this.survey;
    if (header === undefined) return;
    const counts = Object.entries(await this.assertions.countStating(this.key)) as [OptionalField, number][];
    const faults = counts
      .filter(
        ([field, jobs]) =>
          jobs > 0 && !header.names.has(field) && columns[field] !== null && defaults[field] === undefined,
      )
      .map(([field, jobs]) => withoutColumn(field, jobs, header));
    if (faults.length > 0) throw new FeedFileError(faults);
  }

  /** How many jobs are known and not absent. */
  count(): Promise<number> {
    return this.assertions.countPresent(this.key);
  }

  /**
   * @param known how many jobs there were before the file
   * @throws FeedFileError when an export looks like half of one: nobody loses a job for a query that broke off
   */
  async markAbsent(known: number, day: string, at: Date, allowManyAbsent: boolean): Promise<number> {
    const { listed, remarks } = this.survey;
    const spared = remarks.size === 0 ? [] : await this.assertions.presentBearing(this.key, [...remarks]);
    const absent = await this.assertions.markAbsent(this.key, [...listed, ...spared], day, at);
    if (!allowManyAbsent) demandWhole({ listed: listed.length, known, absent });
    return absent;
  }

  private async readJobs(
    rows: AsyncIterable<FeedRow>,
    wanted: ReadonlySet<string>,
    rules: FeedRules,
  ): Promise<NewJob[]> {
    const reader = new FeedRowReader(rules);
    const jobs: NewJob[] = [];
    for await (const row of rows) {
      const key = keyIn(row.cells);
      if (key === undefined || !wanted.has(keyOf(key)) || this.survey.otherThan(row) !== undefined) continue;
      const outcome = row.shapeFaults.length === 0 ? reader.read(row.cells, row.header.names) : undefined;
      if (outcome?.kind === 'stated') jobs.push({ line: row.line, assertion: outcome.assertion });
    }
    return jobs;
  }
}

function withoutColumn(field: OptionalField, jobs: number, { ignored }: Header): string {
  const others = ignored.length === 0 ? '' : ` Columns that no field takes: ${list(ignored)}.`;
  return (
    `The file has no column for "${field}", which ${counted(jobs, 'known job')} ${jobs === 1 ? 'has' : 'have'}: it would be taken off records.${others} ` +
    `Map the right one to it in "feed.columns", or export it again; if it is not to be stated any more, say "${field}": null there.`
  );
}

function demandWhole({ listed, known, absent }: Readonly<Record<'listed' | 'known' | 'absent', number>>): void {
  const unless = 'If it is right, import it with --allow-many-absent.';
  if (listed === 0)
    throw new FeedFileError([
      `The file has no row of a job beside its header: of ${counted(known, 'known job')} none would be listed any more. ${unless}`,
    ]);
  if (isMany(absent, known))
    throw new FeedFileError([
      `The file leaves out ${absent} of ${counted(known, 'known job')}, which looks like half an export. ${unless}`,
    ]);
}

function isMany(absent: number, known: number): boolean {
  return known > FEW ? absent > known * MANY_ABSENT : absent > 1 && absent > known * MANY_OF_FEW_ABSENT;
}
