import type { Scope, Section } from '@ligature/orcid-model';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Keyring } from '../vault/keyring.ts';
import type { ConnectionRow } from './connection.repository.ts';
import { UNSETTLED } from './unsettled-record.sql.ts';

/** Before every id. */
const NIL = '00000000-0000-0000-0000-000000000000';

/** What is true of a section for one institution. */
export interface SectionRule {
  readonly section: Section;
  /** Each of them permits writing here. */
  readonly scopes: readonly Scope[];
  readonly isStated: boolean;
  readonly hasIds: boolean;
  readonly hasDates: boolean;
}

/** What a record is compared with. */
export interface SettledRules {
  readonly institutionId: string;
  /** Records that may be written to, or those that people let go of us. */
  readonly among: keyof typeof UNSETTLED;
  readonly sections: readonly SectionRule[];
  /** In the institution's time zone. */
  readonly today: string;
  readonly absenceEnds: boolean;
}

interface Page {
  readonly last: string | null;
  readonly records: readonly ConnectionRow[];
}

/** Which records may not be as the institution wants them. */
@Injectable()
export class UnsettledRecordRepository {
  constructor(
    private readonly em: EntityManager,
    private readonly keyring: Keyring,
  ) {}

  /** Compares so many connected people in one statement each. What is as wanted is not read out of the database. */
  async *pages(rules: SettledRules, size: number): AsyncGenerator<readonly ConnectionRow[], void> {
    for (let last: string | null = NIL; last !== null;) {
      const page: Page = await this.page(rules, last, size);
      if (page.records.length > 0) yield page.records;
      last = page.last;
    }
  }

  private async page(rules: SettledRules, after: string, size: number): Promise<Page> {
    const { institutionId, among, sections, today, absenceEnds } = rules;
    const given = [
      JSON.stringify(sections),
      institutionId,
      after,
      size,
      today,
      absenceEnds,
      JSON.stringify(this.keyring.lost),
    ];
    const [page] = await this.em.execute<Page[]>(UNSETTLED[among], given);
    return page ?? { last: null, records: [] };
  }
}
