import { PermissionConfig } from './permission.config.ts';
import { OrcidClientConfig } from '@ligature/orcid-client';
import { ProxyConfig } from '@ligature/runtime';

/** How soon calls to ORCID are made: a waiting person's before bulk. */
export { withUrgency } from '@ligature/orcid-client';
export { ClientTokenProvider } from './client-token-provider.ts';
export { CodeExchanges } from './code-exchanges.ts';
export { Confirmations } from './confirmations.ts';
export type { Refusal } from './connect-outcome.ts';
export { Connections } from './connections.ts';
export { ConnectionEnding, type EndedConnections } from './connection-ending.ts';
export { ConnectionMove, type MoveOutcome } from './connection-move.ts';
export { ConnectionsModule } from './connections.module.ts';
export { NoTokenError } from './no-token.error.ts';
export { PermissionConfig };
export { OrcidSite } from './orcid-site.ts';
export { type MergeOutcome, PersonMerge } from './person-merge.ts';
export { PermissionLostError } from './permission-lost.error.ts';
export { PermissionEvidence, saysOfPermission } from './permission-evidence.ts';
export { TokenProvider } from './token-provider.ts';
export { TokenRevocation } from './token-revocation.ts';

/** Configuration that everything which reaches ORCID needs, for apps to read at start: they do not see the client itself. */
export const orcidConfigs = [OrcidClientConfig, ProxyConfig, PermissionConfig];
