import {
  type Identified,
  RESOURCE_TYPES,
  type ResearchResource,
  type ResearchResourceSummary,
  type ResourceItem,
} from '@ligature/orcid-model';
import { date } from './date.wire.ts';
import { someExternalIds, versionRule } from './external-id.wire.ts';
import { list } from './list.wire.ts';
import { at, maybe, object } from './object.wire.ts';
import { knownOrganization } from './organization.wire.ts';
import { orderRule, startRule } from './period.rules.ts';
import { text, word, wrapped } from './text.wire.ts';
import { titlesIn } from './title.wire.ts';
import { WEB_ADDRESS } from './web-address.wire.ts';
import { type Fault, withRules } from './wire.ts';

const hosts = list(knownOrganization, { min: 1, max: 10 });
const { title, translatedTitle } = titlesIn('proposal.title');

const proposal = {
  title,
  translatedTitle,
  hosts: at('proposal.hosts.organization', hosts),
  externalIds: at('proposal.external-ids.external-id', someExternalIds),
  start: maybe('proposal.start-date', date),
  end: maybe('proposal.end-date', date),
  url: maybe('proposal.url', wrapped(WEB_ADDRESS)),
} as const;

const item = withRules(
  object<ResourceItem>({
    name: at('resource-name', text({ max: 1000 })),
    type: at('resource-type', word(RESOURCE_TYPES)),
    hosts: at('hosts.organization', hosts),
    externalIds: at('external-ids.external-id', someExternalIds),
    url: maybe('url', wrapped(WEB_ADDRESS)),
  }),
  identifierRules,
);

export const researchResourceSummary = object<ResearchResourceSummary>(proposal);

export const researchResource = withRules(
  object<ResearchResource>({ ...proposal, items: at('resource-item', list(item, { min: 1 })) }),
  (value) => [...identifierRules(value), ...startRule(value), ...orderRule(value)],
);

function identifierRules({ externalIds }: Identified): Fault[] {
  return versionRule(externalIds);
}
