export { anEmployment, anOrganization } from './affiliation.builder.ts';
export { aFunding } from './funding.builder.ts';
export { anOrcidId } from './orcid-id.builder.ts';
export { aPeerReview } from './peer-review.builder.ts';
export { aPermissionNotification } from './permission-notification.builder.ts';
export { aResearchResource } from './research-resource.builder.ts';
export { aWork } from './work.builder.ts';
