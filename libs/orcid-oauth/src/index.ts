export type { AuthorizationFailure, AuthorizationOutcome } from './authorization-outcome.ts';
export { type AnsweredAuthorization, AuthorizationStore, type PendingAuthorization } from './authorization-store.ts';
export { ClientCredentialsSource } from './client-credentials-source.ts';
export {
  AUTHORIZATION_LIFETIME_MS,
  type AuthorizationRequest,
  type AuthorizingBrowser,
  OrcidOauthFlow,
} from './orcid-oauth-flow.ts';
export { OrcidOauthModule } from './orcid-oauth.module.ts';
