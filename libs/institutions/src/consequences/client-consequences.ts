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

  async of({ id }: Institution, to: string): Promise<Consequence[]> {
    const current = await this.clients.findCurrent(id);
    if (current === null || current.clientId === to) return [];
    const people = await this.connections.countActiveUnder(current.id);
    return people === 0 ? [] : [{ kind: 'orcid-client-changed', from: current.clientId, to, people }];
  }
}
