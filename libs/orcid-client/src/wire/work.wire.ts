import { type Citation, CITATION_TYPES, type Work, WORK_TYPES, type WorkSummary } from '@ligature/orcid-model';
import { workContributors } from './contributor.wire.ts';
import { date } from './date.wire.ts';
import { hasSelf, someExternalIds } from './external-id.wire.ts';
import { at, maybe, object } from './object.wire.ts';
import { COUNTRY } from './organization.wire.ts';
import { text, word, wrapped } from './text.wire.ts';
import { LANGUAGE, titlesIn } from './title.wire.ts';
import { WEB_ADDRESS } from './web-address.wire.ts';
import { fault, type Fault, withRules } from './wire.ts';

const summary = {
  ...titlesIn('title'),
  type: at('type', word(WORK_TYPES)),
  journalTitle: maybe('journal-title', wrapped({ max: 1000 })),
  published: maybe('publication-date', date),
  url: maybe('url', wrapped(WEB_ADDRESS)),
  externalIds: at('external-ids.external-id', someExternalIds),
} as const;

const citation = object<Citation>({
  type: at('citation-type', word(CITATION_TYPES)),
  text: at('citation-value', text()),
});

export const workSummary = object<WorkSummary>(summary);

export const work = withRules(
  object<Work>({
    ...summary,
    description: maybe('short-description', text({ max: 5000 })),
    citation: maybe('citation', citation),
    contributors: at('contributors.contributor', workContributors),
    language: maybe('language-code', text(LANGUAGE)),
    country: maybe('country', wrapped(COUNTRY)),
  }),
  ({ externalIds }) => [
    ...(hasSelf(externalIds) ? [] : [fault('externalIds', 'needs a `self` identifier')]),
    ...funderRule(externalIds),
  ],
);

/** Who paid for a work is named in one of these ways (error 9020). */
const FUNDED_BY = ['grant_number', 'proposal-id', 'uri', 'doi'];

function funderRule(ids: Work['externalIds']): Fault[] {
  return ids.flatMap(({ type, relationship }, index) =>
    relationship === 'funded-by' && !FUNDED_BY.includes(type)
      ? [fault(`externalIds[${index}].type`, `must be one of: ${FUNDED_BY.join(', ')}`)]
      : [],
  );
}
