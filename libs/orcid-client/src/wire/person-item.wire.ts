import type { ExternalId, ResearcherUrl } from '@ligature/orcid-model';
import { at as jsonAt } from './json.ts';
import { at, maybe, object } from './object.wire.ts';
import { COUNTRY } from './organization.wire.ts';
import { text, word, wrapped } from './text.wire.ts';
import { WEB_ADDRESS } from './web-address.wire.ts';
import { fault, type Wire, withRules } from './wire.ts';

const SHORT = { max: 255 } as const;
const URL = { max: 2000, ...WEB_ADDRESS } as const;

/** An item that says one thing. */
function only(member: string, wire: Wire<string>): Wire<string> {
  return {
    ...wire,
    write: (value) => ({ [member]: wire.write(value) }),
    read: (json) => wire.read(jsonAt(json, [member])),
  };
}

/** A country. */
export const address = only('country', wrapped(COUNTRY));
export const keyword = only('content', text(SHORT));
export const otherName = only('content', text(SHORT));

export const researcherUrl = object<ResearcherUrl>({
  name: maybe('url-name', text({ max: 350 })),
  url: at('url', wrapped(URL)),
});

/** An identifier of a person. Its type is free text, its relationship always `self`, and it has a page (PersonValidator.java). */
export const personIdentifier = withRules(
  object<ExternalId>({
    type: at('external-id-type', text(SHORT)),
    value: at('external-id-value', text(SHORT)),
    url: maybe('external-id-url', wrapped(URL)),
    relationship: at('external-id-relationship', word(['self'])),
  }),
  ({ url }) => (url === undefined ? [fault('url', 'is required')] : []),
);
