import { randomBytes } from 'node:crypto';
import type { Role } from '@ligature/identity-model';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { digest } from '../digest.ts';
import { AccessKey } from '../entities/access-key.entity.ts';

/** Keys for programs that use the admin API. */
@Injectable()
export class AccessKeyRepository {
  constructor(private readonly em: EntityManager) {}

  findByName(institutionId: string, name: string): Promise<AccessKey | null> {
    return this.em.findOne(AccessKey, { institutionId, name });
  }

  /** @returns the key itself, which is shown once and stored nowhere */
  create(given: { institutionId: string; name: string; role: Role; createdAt: Date; expiresAt: Date }): string {
    const key = `lig_${randomBytes(32).toString('base64url')}`;
    this.em.persist(new AccessKey({ ...given, keyHash: digest(key) }));
    return key;
  }
}
