import { RecordStateCalls } from '@ligature/orcid-client';
import { type Connection, OrcidClientRepository } from '@ligature/persistence';
import { Injectable } from '@nestjs/common';

/** How a record stands, in ORCID's words. */
export type Standing = Awaited<ReturnType<RecordStateCalls['stateOf']>>;

/** How the record of a connection stands, read in the name of the client it was granted to. */
@Injectable()
export class RecordStanding {
  constructor(
    private readonly clients: OrcidClientRepository,
    private readonly calls: RecordStateCalls,
  ) {}

  /** @throws when ORCID does not answer, or does not check tokens */
  async of({ orcidClientId, environment, orcid }: Connection): Promise<Standing> {
    const credentials = await this.clients.credentialsOf(orcidClientId, environment);
    return this.calls.stateOf(credentials, orcid);
  }
}
