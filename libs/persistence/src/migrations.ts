import { Initial } from './migrations/0001-initial.ts';
import { SharedPace } from './migrations/0002-shared-pace.ts';
import { ProviderMetadata } from './migrations/0003-provider-metadata.ts';
import { SigningOut } from './migrations/0004-signing-out.ts';
import { ScopePatterns } from './migrations/0005-scope-patterns.ts';
import { People } from './migrations/0006-people.ts';
import { Assertions } from './migrations/0007-assertions.ts';
import { SealingKeys } from './migrations/0008-sealing-keys.ts';
import { WithdrawnAssertions } from './migrations/0009-withdrawn-assertions.ts';
import { TokenEvidence } from './migrations/0010-token-evidence.ts';
import { PendingGrants } from './migrations/0011-pending-grants.ts';
import { Said } from './migrations/0012-said.ts';
import { FeedColumns } from './migrations/0013-feed-columns.ts';
import { RefusedClients } from './migrations/0014-refused-clients.ts';
import { AnotherJob } from './migrations/0015-another-job.ts';
import { WithdrawnJobs } from './migrations/0016-withdrawn-jobs.ts';
import { Conflicts } from './migrations/0017-conflicts.ts';

/** Every migration, oldest first. A name is never changed: the database remembers it. */
export const migrations = [
  { name: '0001-initial', class: Initial },
  { name: '0002-shared-pace', class: SharedPace },
  { name: '0003-provider-metadata', class: ProviderMetadata },
  { name: '0004-signing-out', class: SigningOut },
  { name: '0005-scope-patterns', class: ScopePatterns },
  { name: '0006-people', class: People },
  { name: '0007-assertions', class: Assertions },
  { name: '0008-sealing-keys', class: SealingKeys },
  { name: '0009-withdrawn-assertions', class: WithdrawnAssertions },
  { name: '0010-token-evidence', class: TokenEvidence },
  { name: '0011-pending-grants', class: PendingGrants },
  { name: '0012-said', class: Said },
  { name: '0013-feed-columns', class: FeedColumns },
  { name: '0014-refused-clients', class: RefusedClients },
  { name: '0015-another-job', class: AnotherJob },
  { name: '0016-withdrawn-jobs', class: WithdrawnJobs },
  { name: '0017-conflicts', class: Conflicts },
];
