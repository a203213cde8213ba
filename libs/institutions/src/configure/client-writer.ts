import type { ClientSecret } from '@ligature/orcid-model';
import { AuditTrail, type Institution, OrcidClient, OrcidClientRepository } from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { InvalidSetupError } from '../invalid-setup.error.ts';

/** Makes the institution's client at ORCID what its file says. */
@Injectable()
export class ClientWriter {
  constructor(
    private readonly em: EntityManager,
    private readonly clients: OrcidClientRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * A new client id makes a new client; the former one keeps the tokens and items it was granted. The secret is sealed for
   * the client it belongs to: under another id it would never open. @throws InvalidSetupError
   */
  async write(institution: Institution, clientId: string, secret: ClientSecret | undefined): Promise<void> {
    const known = await this.clients.find(institution.id, clientId);
    if (secret === undefined && known === null)
      throw new InvalidSetupError(
        `ORCID_CLIENT_SECRET: the secret of orcid.clientId ${clientId} is not known yet. Set it and try again.`,
      );
    const client = known ?? new OrcidClient({ institutionId: institution.id, clientId, createdAt: this.clock.now() });
    if (secret !== undefined) await this.clients.keepSecret(client, institution.orcidEnvironment, secret);
    await this.makeCurrent(client);
  }

  private async makeCurrent(client: OrcidClient): Promise<void> {
    const current = await this.clients.findCurrent(client.institutionId);
    if (current !== null && current.id !== client.id) {
      current.becomeFormer();
      await this.em.flush();
      this.record(client, current.clientId);
    }
    client.becomeCurrent();
    this.clients.add(client);
  }

  private record({ institutionId, id: subjectId, clientId }: OrcidClient, former: string): void {
    const detail = { from: former, to: clientId };
    const action = 'institution.orcid-client-changed';
    this.audit.append({ institutionId, actor: 'operator', actorId: null, action, subjectId, detail });
  }
}
