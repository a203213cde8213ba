import { GROUP_TYPES, type PeerReviewGroup } from '@ligature/orcid-model';
import { at, object } from './object.wire.ts';
import { text, word } from './text.wire.ts';

/** group-id-3.0.xsd, group-id. */
export const GROUP_ID = {
  max: 1000,
  form: /^(ringgold:|issn:|orcid-generated:|fundref:|publons:)[0-9a-zA-Z^._~:/?#[\]@!$&'()*+,;=-]{2,}$/,
  called: 'a group id such as issn:0264-3561',
} as const;

export const peerReviewGroup = object<PeerReviewGroup>({
  id: at('group-id', text(GROUP_ID)),
  name: at('name', text({ max: 1000 })),
  description: at('description', text()),
  type: at('type', word(GROUP_TYPES)),
});
