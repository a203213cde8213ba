import { ConnectionRepository } from '@ligature/persistence';
import { Injectable } from '@nestjs/common';
import { RecordReader } from './record-reader.ts';
import { unlessRefused } from './unless-refused.ts';

/** What was believed of a permission stays reversible: its token is kept, and tried again now and then. */
@Injectable()
export class RevokedPermission {
  constructor(
    private readonly connections: ConnectionRepository,
    private readonly reader: RecordReader,
  ) {}

  /** One call to ORCID; where it accepts the token, the connection goes on (`PermissionEvidence`). */
  async tryAgain(connectionId: string): Promise<void> {
    const { endedBy, accessToken } = await this.connections.get(connectionId);
    if (endedBy !== 'revoked' || accessToken == null) return;
    await unlessRefused(async () => {
      await this.reader.items(connectionId);
    });
  }
}
