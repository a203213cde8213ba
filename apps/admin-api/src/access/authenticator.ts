import type { Principal } from '@ligature/identity-model';
import { AccessKeyRows } from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { requestedOrigins } from '@ligature/web';
import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { refusal } from './refusal.ts';

/** Finds out who is asking, before the question is even read. */
@Injectable()
export class Authenticator {
  constructor(
    private readonly keys: AccessKeyRows,
    private readonly clock: Clock,
  ) {}

  /** By the header `Authorization: Bearer lig_…`, and the host: the key must not be another institution's. @throws GraphQLError with status 401 */
  async principal(request: Request): Promise<Principal> {
    const [, key] = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
    const found = key && (await this.keys.findValid(key, requestedOrigins(request), this.clock.now()));
    if (!found) throw refusal('UNAUTHENTICATED', 'Send a valid access key: Authorization: Bearer lig_…');
    return { id: found.id, institutionId: found.institutionId, roles: [found.role] };
  }
}
