import type { ClientSecret, OrcidEnvironment } from '@ligature/orcid-model';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { OrcidClient } from '../entities/orcid-client.entity.ts';
import type { SealingContext } from '../vault/sealing-context.ts';
import { TokenVault } from '../vault/token-vault.ts';

/** What ORCID knows a client by. */
export interface StoredCredentials {
  readonly clientId: string;
  readonly clientSecret: ClientSecret;
}

/** Who each institution is, and was, at ORCID. */
@Injectable()
export class OrcidClientRepository {
  constructor(
    private readonly em: EntityManager,
    private readonly vault: TokenVault,
  ) {}

  get(id: string): Promise<OrcidClient> {
    return this.em.findOneOrFail(OrcidClient, { id });
  }

  /** The client people connect under now. */
  current(institutionId: string): Promise<OrcidClient> {
    return this.em.findOneOrFail(OrcidClient, { institutionId, isCurrent: true });
  }

  findCurrent(institutionId: string): Promise<OrcidClient | null> {
    return this.em.findOne(OrcidClient, { institutionId, isCurrent: true });
  }

  find(institutionId: string, clientId: string): Promise<OrcidClient | null> {
    return this.em.findOne(OrcidClient, { institutionId, clientId });
  }

  /** The client of this client id, current or former. */
  ofId(institutionId: string, clientId: string): Promise<OrcidClient> {
    return this.em.findOneOrFail(OrcidClient, { institutionId, clientId });
  }

  of(institutionId: string): Promise<OrcidClient[]> {
    return this.em.find(OrcidClient, { institutionId }, { orderBy: { createdAt: 'asc' } });
  }

  add(client: OrcidClient): void {
    this.em.persist(client);
  }

  async keepSecret(client: OrcidClient, environment: OrcidEnvironment, secret: ClientSecret): Promise<void> {
    client.keepSecret(await this.vault.seal(secret, contextOf(client, environment)));
  }

  /** @throws UnopenableSecretError when its key is gone */
  async credentialsOf(id: string, environment: OrcidEnvironment): Promise<StoredCredentials> {
    return this.credentials(await this.get(id), environment);
  }

  /** @throws UnopenableSecretError when its key is gone */
  async credentials(client: OrcidClient, environment: OrcidEnvironment): Promise<StoredCredentials> {
    const clientSecret = await this.vault.open(client.clientSecret, 'client-secret', contextOf(client, environment));
    return { clientId: client.clientId, clientSecret };
  }
}

/** As it was when the secret was a column of the institution: a sealed value opens in the place it was sealed for only. */
function contextOf({ institutionId, clientId }: OrcidClient, environment: OrcidEnvironment): SealingContext {
  return { table: 'institution', row: institutionId, owner: institutionId, orcid: clientId, environment };
}
