import { type ClientSecret } from '@ligature/orcid-model';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Institution } from '../entities/institution.entity.ts';
import type { SealingContext } from '../vault/sealing-context.ts';
import { TokenVault } from '../vault/token-vault.ts';

/** The institutions of the deployment. */
@Injectable()
export class InstitutionRepository {
  constructor(
    private readonly em: EntityManager,
    private readonly vault: TokenVault,
  ) {}

  all(): Promise<Institution[]> {
    return this.em.find(Institution, {}, { orderBy: { slug: 'asc' } });
  }

  get(id: string): Promise<Institution> {
    return this.em.findOneOrFail(Institution, { id });
  }

  findBySlug(slug: string): Promise<Institution | null> {
    return this.em.findOne(Institution, { slug });
  }

  async keepClientSecret(institution: Institution, secret: ClientSecret): Promise<void> {
    institution.keepClientSecret(await this.vault.seal(secret, contextOf(institution)));
  }

  /** Who the institution is at ORCID. */
  async credentials(institution: Institution): Promise<{ clientId: string; clientSecret: ClientSecret }> {
    const { orcidClientId, orcidClientSecret } = institution;
    const clientSecret = await this.vault.open(orcidClientSecret, 'client-secret', contextOf(institution));
    return { clientId: orcidClientId, clientSecret };
  }
}

function contextOf(institution: Institution): SealingContext {
  return {
    table: 'institution',
    row: institution.id,
    owner: institution.id,
    orcid: institution.orcidClientId,
    environment: institution.orcidEnvironment,
  };
}
