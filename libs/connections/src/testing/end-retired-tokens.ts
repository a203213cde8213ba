import { JobQueue } from '@ligature/persistence';
import type { TestModule } from '@ligature/persistence/testing';
import { TokenRevocation } from '../token-revocation.ts';

/** Does the jobs that end tokens at ORCID and are due. */
export function endRetiredTokens(app: TestModule): Promise<number> {
  return app
    .get(JobQueue)
    .drain('revoke-token', (job) => app.request(() => app.get(TokenRevocation).end(job.retiredTokenId)));
}
