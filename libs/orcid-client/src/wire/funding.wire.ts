import { type Amount, type Funding, FUNDING_TYPES, type FundingSummary } from '@ligature/orcid-model';
import { fundingContributors } from './contributor.wire.ts';
import { date } from './date.wire.ts';
import { someExternalIds } from './external-id.wire.ts';
import { at, maybe, object } from './object.wire.ts';
import { knownOrganization } from './organization.wire.ts';
import { orderRule, startRule } from './period.rules.ts';
import { text, word, wrapped } from './text.wire.ts';
import { titlesIn } from './title.wire.ts';
import { WEB_ADDRESS } from './web-address.wire.ts';
import { withRules } from './wire.ts';

const { title, translatedTitle } = titlesIn('title');

const summary = {
  title,
  translatedTitle,
  type: at('type', word(FUNDING_TYPES)),
  start: maybe('start-date', date),
  end: maybe('end-date', date),
  url: maybe('url', wrapped(WEB_ADDRESS)),
  externalIds: at('external-ids.external-id', someExternalIds),
  organization: at('organization', knownOrganization),
} as const;

/** Error 9054: not a number; 9020: no currency. */
const amount = object<Amount>({
  value: at('value', text({ form: /^\d+(\.\d+)?$/, called: 'decimal digits such as 250000.00' })),
  currency: at('currency-code', text({ form: /^[A-Z]{3}$/, called: 'a currency of ISO 4217, such as EUR' })),
});

export const fundingSummary = object<FundingSummary>(summary);

export const funding = withRules(
  object<Funding>({
    ...summary,
    ownType: maybe('organization-defined-type', wrapped({ max: 255 })),
    description: maybe('short-description', text({ max: 5000 })),
    amount: maybe('amount', amount),
    contributors: at('contributors.contributor', fundingContributors),
  }),
  (value) => [...startRule(value), ...orderRule(value)],
);
