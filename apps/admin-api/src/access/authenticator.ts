import type { Principal } from '@ligature/identity-model';
import { AccessKeyRepository } from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { Injectable } from '@nestjs/common';
import { refusal } from './refusal.ts';

/** Finds out who is asking, before the question is even read. */
@Injectable()
export class Authenticator {
  constructor(
    private readonly keys: AccessKeyRepository,
    private readonly clock: Clock,
  ) {}

  /** @param authorization the header, `Bearer lig_…`. @throws GraphQLError with status 401 */
  async principal(authorization: string | undefined): Promise<Principal> {
    const [, key] = /^Bearer (\S+)$/i.exec(authorization ?? '') ?? [];
    const found = key === undefined ? null : await this.keys.findByKey(key);
    if (found?.isValid(this.clock.now()) !== true) {
      throw refusal('UNAUTHENTICATED', 'Send a valid access key: Authorization: Bearer lig_…');
    }
    return { id: found.id, institutionId: found.institutionId, roles: [found.role] };
  }
}
