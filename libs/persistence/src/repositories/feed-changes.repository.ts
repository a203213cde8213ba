import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { FeedKey } from './assertion.repository.ts';
import { ALL_CHANGES, BEFORE, COUNT_CHANGES, FREQUENT_CHANGES, REMEMBER } from './feed-changes.sql.ts';

/**
 * What became of a row of a feed. `absent`: it is no longer listed; `back`: it is listed again, or stated again after it had
 * been taken back.
 */
export const ROW_CHANGES = ['added', 'changed', 'absent', 'back', 'withdrawn'] as const;

export type RowChange = (typeof ROW_CHANGES)[number];

/** A field that says the same other thing in many rows; null where nothing is said. */
export interface FrequentChange {
  readonly field: string;
  readonly before: string | null;
  readonly now: string | null;
  readonly rows: number;
}

/** What a feed states otherwise than before, in numbers. */
export interface FeedDifference {
  readonly rows: Readonly<Record<RowChange, number>>;
  /** The most frequent ones. */
  readonly changes: readonly FrequentChange[];
  /** How many different ones there are. */
  readonly allChanges: number;
}

/** One field of one row; `field` is null where no field says anything else, such as for a row that is no longer listed. */
export interface ChangedField {
  readonly kind: RowChange;
  readonly personKey: string;
  readonly rowKey: string;
  readonly field: string | null;
  readonly before: string | null;
  readonly now: string | null;
}

type Feed = Pick<FeedKey, 'institutionId' | 'feed'>;

/** What a transaction changes of what a feed states: compared in the database, with a copy that ends with the transaction. */
@Injectable()
export class FeedChanges {
  constructor(private readonly em: EntityManager) {}

  /** To be called before anything of the feed is changed, once in a transaction. */
  async remember({ institutionId, feed }: Feed): Promise<void> {
    await this.em.execute(BEFORE);
    await this.em.execute('truncate stated_before');
    await this.em.execute(REMEMBER, [institutionId, feed]);
    await this.em.execute('analyze stated_before');
  }

  /** @param most so many of the changes that rows share */
  async difference({ institutionId, feed }: Feed, most: number): Promise<FeedDifference> {
    const counts = await this.em.execute<{ kind: RowChange; rows: number }[]>(COUNT_CHANGES, [institutionId, feed]);
    const found = await this.em.execute<(FrequentChange & { of: number })[]>(FREQUENT_CHANGES, [
      institutionId,
      feed,
      most,
    ]);
    const rowsOf = (kind: RowChange): number => counts.find((one) => one.kind === kind)?.rows ?? 0;
    return {
      rows: {
        added: rowsOf('added'),
        changed: rowsOf('changed'),
        absent: rowsOf('absent'),
        back: rowsOf('back'),
        withdrawn: rowsOf('withdrawn'),
      },
      changes: found.map(({ field, before, now, rows }) => ({ field, before, now, rows })),
      allChanges: found[0]?.of ?? 0,
    };
  }

  /** Each change of each row, person by person. */
  all({ institutionId, feed }: Feed): Promise<ChangedField[]> {
    return this.em.execute<ChangedField[]>(ALL_CHANGES, [institutionId, feed]);
  }
}
