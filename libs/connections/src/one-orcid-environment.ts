import { Institution } from '@ligature/persistence';
import { ConfigurationError } from '@ligature/runtime';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { OrcidSite } from './orcid-site.ts';

/**
 * Lets no process start that would take one ORCID for another: iDs, tokens and put-codes of the sandbox mean something
 * else, or nothing, in production.
 */
@Injectable()
export class OneOrcidEnvironment implements OnApplicationBootstrap {
  constructor(
    private readonly em: EntityManager,
    private readonly site: OrcidSite,
  ) {}

  /** @throws ConfigurationError */
  async onApplicationBootstrap(): Promise<void> {
    const { environment } = this.site;
    const strangers = await this.em.fork().find(Institution, { orcidEnvironment: { $ne: environment } });
    if (strangers.length === 0) return;
    throw new ConfigurationError(
      strangers.map(
        ({ slug, orcidEnvironment }) =>
          `ORCID_ENVIRONMENT is ${environment}, but the database holds ${slug} for ORCID's ${orcidEnvironment} environment. Use another database for each.`,
      ),
    );
  }
}
