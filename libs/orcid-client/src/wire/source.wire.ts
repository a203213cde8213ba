import type { Asserter, ItemSource } from '@ligature/orcid-model';
import { maybe, object } from './object.wire.ts';
import { orcidId } from './scalar.wire.ts';
import { text } from './text.wire.ts';

const origin = object<Asserter>({
  clientId: maybe('assertion-origin-client-id.path', text()),
  orcid: maybe('assertion-origin-orcid', orcidId),
  name: maybe('assertion-origin-name', text()),
});

/** The six members of `source`, of which ORCID fills what applies. */
export const itemSource = object<ItemSource>({
  clientId: maybe('source-client-id.path', text()),
  orcid: maybe('source-orcid', orcidId),
  name: maybe('source-name', text()),
  origin: maybe('', origin),
});
