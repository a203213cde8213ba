import type { Section } from '@ligature/orcid-model';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import type { AssertedContent, AssertionFacts } from '../entities/assertion.entity.ts';
import { FeedImport } from '../entities/feed-import.entity.ts';
import {
  ASSERTIONS_OF,
  COUNT_STATING,
  KEEP_ASSERTIONS,
  MARK_ABSENT,
  NEVER_STATED,
  PRESENT_BEARING,
  RENAME_ROWS,
  ROWS_ABOUT,
  SECTIONS_OF,
  TAKEN_AFTER,
  WITHDRAW,
} from './assertion.sql.ts';
import { GIVE_WAY_IN_FEED, GO_ON } from './continued-jobs.sql.ts';

/** Where a row comes from: by which keys its feed knows the person and the row. */
export interface RowKey {
  readonly personKey: string;
  readonly rowKey: string;
}

/** An assertion as one row of a feed states it. */
export type StatedAssertion = AssertionFacts & RowKey;

export type KeptRow = RowKey & { readonly added: boolean };

/** A row that was to be taken back and is known; `changed` unless it had been taken back before. */
export type WithdrawnRow = RowKey & { readonly changed: boolean };

/** A row that is known, taken back or not, and the section it was stated for. */
export type KnownRow = RowKey & { readonly section: Section };

/** A row whose feed calls it by another key from now on. */
export type RenamedRow = RowKey & { readonly newKey: string };

/** An assertion as it is read: what should stand on a record, and when. */
export interface AssertionRow {
  readonly id: string;
  readonly personId: string;
  readonly section: Section;
  readonly feed: string;
  readonly personKey: string;
  readonly rowKey: string;
  readonly content: AssertedContent;
  readonly starts: string | null;
  readonly ends: string | null;
  readonly absentSince: string | null;
}

/** A file that was taken, and when. */
export interface TakenFile {
  readonly fileName: string;
  readonly at: Date;
}

/** What a job may do without. */
export type OptionalField = 'department' | 'role' | 'url' | 'region' | 'startDate' | 'endDate';

/** A feed of an institution, and the number space its person keys count in. */
export interface FeedKey {
  readonly institutionId: string;
  readonly feed: string;
  readonly space: string;
}

/** What the institution says of its people. */
@Injectable()
export class AssertionRepository {
  constructor(private readonly em: EntityManager) {}

  /** All assertions about these people, in one query. */
  ofPeople(personIds: readonly string[]): Promise<AssertionRow[]> {
    return this.em.execute<AssertionRow[]>(ASSERTIONS_OF, [JSON.stringify(personIds)]);
  }

  /** One import of a feed at a time, until the transaction ends. */
  async lock({ institutionId, feed }: FeedKey): Promise<void> {
    await this.em.execute(`select pg_advisory_xact_lock(hashtext('feed-import'), hashtext(?))`, [
      `${institutionId} ${feed}`,
    ]);
  }

  /**
   * Adds and changes a batch in one statement; what is stated again as it was stays untouched. The persons must be known
   * by their staff ids (`PersonRepository.keepStated`).
   * @returns the rows that were added or changed
   */
  async keep(key: FeedKey, stated: readonly StatedAssertion[], at: Date): Promise<KeptRow[]> {
    const { institutionId, feed, space } = key;
    const rows = JSON.stringify(stated.map((row) => ({ id: newId(), ...row })));
    return this.em.execute<KeptRow[]>(KEEP_ASSERTIONS, [institutionId, feed, space, at, rows]);
  }

  /** Takes rows of the feed back, so that nothing of them is wanted any more. @returns those that are known */
  withdraw({ institutionId, feed }: FeedKey, rows: readonly RowKey[], at: Date): Promise<WithdrawnRow[]> {
    return this.em.execute<WithdrawnRow[]>(WITHDRAW, [JSON.stringify(rows), institutionId, feed, at, at]);
  }

  /** For which sections these rows of the feed were stated; those that are not known are left out. */
  sectionsOf({ institutionId, feed }: FeedKey, rows: readonly RowKey[]): Promise<KnownRow[]> {
    return this.em.execute<KnownRow[]>(SECTIONS_OF, [JSON.stringify(rows), institutionId, feed]);
  }

  /**
   * Marks every row of the feed that `listed` does not name as absent since `day`. One that is listed under another number
   * of the same person is not: it goes on there, with what was written of it.
   * @returns how many are newly absent, of those that were not taken back
   */
  async markAbsent(
    { institutionId, feed }: FeedKey,
    listed: readonly RowKey[],
    day: string,
    at: Date,
  ): Promise<number> {
    const marked = await this.em.execute<{ isWithdrawn: boolean }[]>(MARK_ABSENT, [
      day,
      at,
      institutionId,
      feed,
      JSON.stringify(listed),
    ]);
    const going = await this.em.execute<{ absentSince: string }[]>(GIVE_WAY_IN_FEED, [institutionId, feed]);
    if (going.length > 0) await this.em.execute(GO_ON, [JSON.stringify(going)]);
    const rows = marked.filter(({ isWithdrawn }) => !isWithdrawn);
    return Math.max(rows.length - going.filter(({ absentSince }) => absentSince === day).length, 0);
  }

  /** Rows of the feed that are not absent and whose own key, or whose person's, is one of these texts. */
  presentBearing({ institutionId, feed }: FeedKey, texts: readonly string[]): Promise<RowKey[]> {
    const bearers = JSON.stringify(texts);
    return this.em.execute<RowKey[]>(PRESENT_BEARING, [institutionId, feed, bearers, bearers]);
  }

  /** Those of the rows that the feed never stated before. */
  neverStated({ institutionId, feed }: FeedKey, rows: readonly RowKey[]): Promise<RowKey[]> {
    return this.em.execute<RowKey[]>(NEVER_STATED, [JSON.stringify(rows), institutionId, feed]);
  }

  /** What the feed states of these people, or stated last. */
  rowsAbout({ institutionId, feed }: FeedKey, personKeys: readonly string[]): Promise<StatedAssertion[]> {
    return this.em.execute<StatedAssertion[]>(ROWS_ABOUT, [institutionId, feed, JSON.stringify(personKeys)]);
  }

  /** Makes rows of the feed known by keys that it never stated; whatever was written for them stays theirs. */
  async rename({ institutionId, feed }: FeedKey, rows: readonly RenamedRow[], at: Date): Promise<void> {
    await this.em.execute(RENAME_ROWS, [at, JSON.stringify(rows), institutionId, feed]);
  }

  /** How many rows of the feed are known, neither absent nor taken back. */
  async countPresent({ institutionId, feed }: FeedKey): Promise<number> {
    const [row] = await this.em.execute<{ count: number }[]>(
      `select count(*)::int as count from assertion where institution_id = ? and feed = ? and absent_since is null and withdrawn_at is null`,
      [institutionId, feed],
    );
    return row?.count ?? 0;
  }

  /** How many rows of an HR export are known and not absent that state a thing which a row may leave out. */
  async countStating({ institutionId, feed }: FeedKey): Promise<Readonly<Record<OptionalField, number>>> {
    const [row] = await this.em.execute<Record<OptionalField, number>[]>(COUNT_STATING, [institutionId, feed]);
    return row ?? { department: 0, role: 0, url: 0, region: 0, startDate: 0, endDate: 0 };
  }

  /** Of how many people a feed has ever stated something. */
  async countPeople(institutionId: string, feed: string): Promise<number> {
    const [row] = await this.em.execute<{ count: number }[]>(
      `select count(distinct person_id)::int as count from assertion where institution_id = ? and feed = ?`,
      [institutionId, feed],
    );
    return row?.count ?? 0;
  }

  /** Of how many people a feed no longer lists something that it stated no end of. */
  async countPeopleAbsent(institutionId: string, feed: string): Promise<number> {
    const [row] = await this.em.execute<{ count: number }[]>(
      `select count(distinct person_id)::int as count from assertion
        where institution_id = ? and feed = ? and absent_since is not null and withdrawn_at is null and ends is null`,
      [institutionId, feed],
    );
    return row?.count ?? 0;
  }

  /** After a bulk load the planner must know of it: without statistics a join of 20,000 new rows took 30 s (measured). */
  async refreshStatistics(): Promise<void> {
    await this.em.execute(`analyze person, person_staff_id, assertion`);
  }

  latestImport(institutionId: string, feed: string): Promise<FeedImport | null> {
    return this.em.findOne(FeedImport, { institutionId, feed }, { orderBy: { importedAt: 'desc', id: 'desc' } });
  }

  /** What became last of a file of this name. */
  latestImportNamed({ institutionId, feed }: FeedKey, fileName: string): Promise<FeedImport | null> {
    return this.em.findOne(
      FeedImport,
      { institutionId, feed, fileName },
      { orderBy: { importedAt: 'desc', id: 'desc' } },
    );
  }

  /** The file that was taken last, if the one with this content was taken before it. */
  async takenAfter({ institutionId, feed }: FeedKey, fileHash: string): Promise<TakenFile | undefined> {
    const [row] = await this.em.execute<{ fileName: string; at: string }[]>(TAKEN_AFTER, [
      institutionId,
      feed,
      fileHash,
    ]);
    return row && { fileName: row.fileName, at: new Date(row.at) };
  }

  recordImport(report: FeedImport): void {
    this.em.persist(report);
  }
}
