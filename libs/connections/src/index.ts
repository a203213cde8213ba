export type { ConnectOutcome } from './connect-outcome.ts';
export { Connections } from './connections.ts';
export { ConnectionsModule } from './connections.module.ts';
export { NoTokenError } from './no-token.error.ts';
export { RecordAccessDesk } from './record-access-desk.ts';
export { type KnownPerson, Researchers } from './researchers.ts';
export { TokenEnding } from './token-ending.ts';
