import type { ClientSecret, OrcidEnvironment } from '@ligature/orcid-model';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { OrcidClient } from '../entities/orcid-client.entity.ts';
import type { SealingContext } from '../vault/sealing-context.ts';
import { TokenVault } from '../vault/token-vault.ts';
import { selectRows } from './rows/select-rows.ts';

/** What ORCID knows a client by. */
export interface StoredCredentials {
  readonly clientId: string;
  readonly clientSecret: ClientSecret;
}

const SEALED = ['institutionId', 'clientId', 'clientSecret'] as const;

/** As much of a client as its credentials take: the secret as it is stored. */
type SealedClient = Pick<OrcidClient, (typeof SEALED)[number]>;

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

  /** The row of the client of this client id, current or former. */
  async idOf(institutionId: string, clientId: string): Promise<string> {
    const where = { institutionId, clientId };
    return onlyOf(await selectRows(this.em, OrcidClient, { columns: ['id'], where })).id;
  }

  /** @returns the slug of the institution that this is, or was, the client of */
  async holderOf(clientId: string): Promise<string | undefined> {
    const [row] = await this.em.execute<{ slug: string }[]>(
      `select slug from institution where id in (select institution_id from orcid_client where client_id = ?) limit 1`,
      [clientId],
    );
    return row?.slug;
  }

  of(institutionId: string): Promise<OrcidClient[]> {
    return this.em.find(OrcidClient, { institutionId }, { orderBy: { createdAt: 'asc' } });
  }

  /** By what ORCID knows the other clients that the institution had. */
  async othersOf(institutionId: string, clientId: string): Promise<string[]> {
    const where = { institutionId, clientId: { $ne: clientId } };
    const rows = await selectRows(this.em, OrcidClient, { columns: ['clientId'], where });
    return rows.map((row) => row.clientId);
  }

  add(client: OrcidClient): void {
    this.em.persist(client);
  }

  async keepSecret(client: OrcidClient, environment: OrcidEnvironment, secret: ClientSecret): Promise<void> {
    client.keepSecret(await this.vault.seal(secret, contextOf(client, environment)));
  }

  /** Of the client people connect under now. @throws UnopenableSecretError when its key is gone */
  async currentCredentials(institutionId: string, environment: OrcidEnvironment): Promise<StoredCredentials> {
    return this.credentialsIn({ institutionId, isCurrent: true }, environment);
  }

  /** @throws UnopenableSecretError when its key is gone */
  credentialsOf(id: string, environment: OrcidEnvironment): Promise<StoredCredentials> {
    return this.credentialsIn({ id }, environment);
  }

  /** @throws UnopenableSecretError when its key is gone */
  async credentials(client: SealedClient, environment: OrcidEnvironment): Promise<StoredCredentials> {
    const clientSecret = await this.vault.open(client.clientSecret, 'client-secret', contextOf(client, environment));
    return { clientId: client.clientId, clientSecret };
  }

  private async credentialsIn(
    where: { readonly id: string } | { readonly institutionId: string; readonly isCurrent: true },
    environment: OrcidEnvironment,
  ): Promise<StoredCredentials> {
    return this.credentials(onlyOf(await selectRows(this.em, OrcidClient, { columns: SEALED, where })), environment);
  }
}

function onlyOf<Row>([row]: readonly Row[]): Row {
  if (row === undefined) throw new Error('The institution has no such ORCID client.');
  return row;
}

/** As it was when the secret was a column of the institution: a sealed value opens in the place it was sealed for only. */
function contextOf(
  { institutionId, clientId }: Pick<SealedClient, 'institutionId' | 'clientId'>,
  environment: OrcidEnvironment,
): SealingContext {
  return { table: 'institution', row: institutionId, owner: institutionId, orcid: clientId, environment };
}
