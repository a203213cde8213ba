import {
  CONTRIBUTOR_SEQUENCES,
  CREDIT_ROLES,
  creditRole,
  FUNDING_ROLES,
  type FundingContributor,
  isOrcidId,
  type OrcidId,
  WORK_ROLES,
  type WorkContributor,
} from '@ligature/orcid-model';
import { list } from './list.wire.ts';
import { maybe, object } from './object.wire.ts';
import { orcidId } from './scalar.wire.ts';
import { word, wrapped } from './text.wire.ts';
import { fault, type Wire } from './wire.ts';

const CREDIT = CREDIT_ROLES.map(creditRole);

/** Contributors are named by their real iD, whichever ORCID is written to. */
const contributorId: Wire<OrcidId> = {
  ...orcidId,
  faults: (id: unknown) =>
    typeof id === 'string' && isOrcidId(id) ? [] : [fault('', 'must be an ORCID iD such as 0000-0002-1825-0097')],
  write: (id) => ({ uri: `https://orcid.org/${id}`, path: id, host: 'orcid.org' }),
};

const who = {
  orcid: maybe('contributor-orcid', contributorId),
  name: maybe('credit-name', wrapped({ max: 150 })),
} as const;

const ROLE = 'contributor-attributes.contributor-role';

export const workContributors = list(
  object<WorkContributor>({
    ...who,
    role: maybe(ROLE, word([...WORK_ROLES, ...CREDIT])),
    sequence: maybe('contributor-attributes.contributor-sequence', word(CONTRIBUTOR_SEQUENCES)),
  }),
);

export const fundingContributors = list(
  object<FundingContributor>({ ...who, role: maybe(ROLE, word([...FUNDING_ROLES, ...CREDIT])) }),
);
