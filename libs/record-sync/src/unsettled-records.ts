import { statedSections } from '@ligature/assertions';
import {
  ALL_SECTIONS,
  includesScope,
  isAffiliationKind,
  scopeNeededFor,
  SCOPES,
  type Section,
  SECTIONS,
} from '@ligature/orcid-model';
import {
  type ConnectionRow,
  type FeedRules,
  type Institution,
  type SectionRule,
  type SettledRules,
  UnsettledRecordRepository,
} from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { Injectable } from '@nestjs/common';

/** How many people one statement compares: so many that a look at each table costs little beside. */
const PAGE = 50_000;

/** Records that may not be as wanted, found without reading those that are. */
@Injectable()
export class UnsettledRecords {
  constructor(
    private readonly records: UnsettledRecordRepository,
    private readonly clock: Clock,
  ) {}

  /** A record that is not as wanted today is always among them. */
  pages(
    { id: institutionId, timeZone, feed }: Institution,
    among: SettledRules['among'] = 'active',
  ): AsyncGenerator<readonly ConnectionRow[], void> {
    const today = this.clock.today(timeZone).toString();
    const absenceEnds = feed.absentMeans !== 'keep';
    return this.records.pages({ institutionId, among, sections: rulesOf(feed), today, absenceEnds }, PAGE);
  }
}

function rulesOf(feed: FeedRules): SectionRule[] {
  const stated = new Set<Section>(statedSections(feed));
  return ALL_SECTIONS.map((section) => ({
    section,
    scopes: SCOPES.filter((scope) => includesScope([scope], scopeNeededFor(section))),
    isStated: stated.has(section),
    hasIds: SECTIONS[section].hasExternalIds,
    hasDates: isAffiliationKind(section),
  }));
}
