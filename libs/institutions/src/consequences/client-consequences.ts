import { ConnectionRepository, type Institution, OrcidClientRepository } from '@ligature/persistence';
import { Injectable } from '@nestjs/common';
import type { Consequence } from './consequence.ts';

/** Counts the people whom another ORCID client would concern. */
@Injectable()
export class ClientConsequences {
  constructor(
    private readonly clients: OrcidClientRepository,
    private readonly connections: ConnectionRepository,
  ) {}

  /** @param unchecked why ORCID could not say whether it accepts the secret that was given with it */
  async of({ id }: Institution, to: string, unchecked: string | undefined): Promise<Consequence[]> {
    const current = await this.clients.findCurrent(id);
    if (current === null || (current.clientId === to && (unchecked === undefined || current.refusedAt != null)))
      return [];
    const people = await this.connections.countActiveUnder(current.id);
    if (people === 0) return [];
    if (current.clientId !== to) return [{ kind: 'orcid-client-changed', from: current.clientId, to, people }];
    return unchecked === undefined ? [] : [{ kind: 'secret-unchecked', clientId: to, reason: unchecked, people }];
  }
}
