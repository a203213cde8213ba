export { anEmployment, anOrganization } from './affiliation.builder.ts';
export { anOrcidId } from './orcid-id.builder.ts';
