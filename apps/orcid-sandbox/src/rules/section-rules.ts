import { type SectionName } from '../model/sections.ts';
import { type Tree } from '../shape/shape.ts';
import { type Registry } from '../registry/registry.ts';
import { checkPosition, checkProfessionalActivity } from './affiliation.rules.ts';
import { checkFunding } from './funding.rules.ts';
import { checkPeerReview } from './peer-review.rules.ts';
import { checkKeyword, checkOtherName, checkPersonIdentifier, checkResearcherUrl } from './person-item.rules.ts';
import { checkResearchResource } from './research-resource.rules.ts';
import { checkWork } from './work.rules.ts';

/** What a body must obey beyond its schema. The tree has been read by the shape of its section. */
export type Rule = (content: Tree, registry: Registry) => void;

export const RULES: Readonly<Record<SectionName, Rule>> = {
  employment: checkPosition,
  education: checkPosition,
  distinction: checkProfessionalActivity,
  'invited-position': checkProfessionalActivity,
  membership: checkProfessionalActivity,
  qualification: checkProfessionalActivity,
  service: checkProfessionalActivity,
  funding: checkFunding,
  'peer-review': checkPeerReview,
  'research-resource': checkResearchResource,
  work: checkWork,
  address: () => undefined,
  'external-identifiers': checkPersonIdentifier,
  keywords: checkKeyword,
  'other-names': checkOtherName,
  'researcher-urls': checkResearcherUrl,
};
