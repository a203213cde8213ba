import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { digest } from '../../digest.ts';
import type { Role } from '@ligature/identity-model';

/** Whose key it is, and what its holder may do. */
export interface AccessKeyRow {
  readonly id: string;
  readonly institutionId: string;
  readonly role: Role;
}

/** Hash of the key, time, origins. */
const VALID = `
select key.id, key.institution_id as "institutionId", key.role
  from access_key as key
 where key.key_hash = ? and key.revoked_at is null and key.expires_at > ?
   and not exists (
     select from institution as other
      where other.id <> key.institution_id and other.public_url in (select jsonb_array_elements_text(?::jsonb)))`;

/** Keys for programs that use the admin API, as they are asked with. */
@Injectable()
export class AccessKeyRows {
  constructor(private readonly em: EntityManager) {}

  /**
   * The key, if it is valid now. One of another institution than the host's is not; a host that is no institution's, such as
   * one inside a cluster, is everybody's.
   * @param origins those that the request may have been sent to
   */
  async findValid(key: string, origins: readonly string[], at: Date): Promise<AccessKeyRow | undefined> {
    const [row] = await this.em.execute<AccessKeyRow[]>(VALID, [digest(key), at, JSON.stringify(origins)]);
    return row;
  }
}
