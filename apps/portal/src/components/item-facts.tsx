import {
  type Affiliation,
  formatFuzzyDate,
  type FuzzyDate,
  isPersonSection,
  type PeerReview,
  type Section,
  titleOf,
  type Work,
} from '@ligature/orcid-model';
import type { OverviewItem } from '@ligature/record-sync';
import type { JSX } from 'preact';
import type { PageContext } from '../pages/page-context.ts';

type Content = OverviewItem['content'];

interface FactsProps {
  readonly context: PageContext;
  readonly section: Section;
  readonly content: Content;
}

/** What is said beside the title of an item: where, and when. */
export function ItemFacts({ context, section, content }: FactsProps): JSX.Element {
  return (
    <>
      {factsOf(context, section, content).map((line) => (
        <p key={line}>{line}</p>
      ))}
    </>
  );
}

/** The lines beside the title. */
export function factsOf(context: PageContext, section: Section, content: Content): string[] {
  const title = titleOf(content);
  const { department, organization, journalTitle, url, start, end, published, completed } = membersOf(content);
  const where = [department, organization?.name, organization?.city, journalTitle, isPersonSection(section) && url];
  const day = published ?? completed;
  const lines = [
    where.filter((fact) => fact && fact !== title).join(', '),
    day === undefined ? period(context, start, end) : formatFuzzyDate(day),
  ];
  return lines.filter((line) => line !== '' && line !== title);
}

/** Facts that one section or another has. */
type Facts = Partial<Affiliation & Pick<Work, 'journalTitle' | 'published'> & Pick<PeerReview, 'completed'>>;

function membersOf(content: Content): Facts {
  return typeof content === 'object' ? content : {};
}

function period({ texts }: PageContext, start: FuzzyDate | undefined, end: FuzzyDate | undefined): string {
  const begin = start === undefined ? '' : formatFuzzyDate(start);
  if (end !== undefined) return texts.connection.until(begin, formatFuzzyDate(end));
  return begin === '' ? '' : texts.connection.since(begin);
}
