import { OrcidSite } from '@ligature/connections';
import type { ConnectionEnd, ShownConnection } from '@ligature/persistence';
import { Injectable } from '@nestjs/common';
import { ConnectionEndState, type ConnectionType } from './connection.type.ts';

const END: Readonly<Record<ConnectionEnd, ConnectionEndState>> = {
  revoked: ConnectionEndState.REVOKED,
  disconnected: ConnectionEndState.DISCONNECTED,
  deactivated: ConnectionEndState.DEACTIVATED,
  replaced: ConnectionEndState.REPLACED,
};

/** Copies what may be seen. There is no token in it, sealed or not. */
@Injectable()
export class ConnectionMapper {
  constructor(private readonly site: OrcidSite) {}

  toType(connection: ShownConnection): ConnectionType {
    const { id, orcid, name = null, scopes, connectedAt, checkedAt, endedAt = null, endedBy } = connection;
    const { doubtedSince = null, isKeyLost, recordState, mergedInto = null } = connection;
    const uri = { orcid, orcidUri: this.site.uriOf(orcid) };
    return {
      id,
      ...uri,
      name,
      scopes,
      connectedAt,
      checkedAt,
      doubtedSince,
      isKeyLost,
      recordState,
      mergedInto,
      endedAt,
      endedBy: endedBy == null ? null : END[endedBy],
    };
  }
}
