import type { Role } from '@ligature/identity-model';
import { AccessKeyRepository, AuditTrail } from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';

/** What somebody wants an access key for. */
export interface AccessKeyRequest {
  readonly institutionId: string;
  /** Whose key, or which script's; one of its kind in the institution. */
  readonly name: string;
  readonly role: Role;
  /** Days the key is good for. */
  readonly days: number;
}

export type CreatedAccessKey =
  /** The key itself is shown this once and stored nowhere. */
  { readonly kind: 'created'; readonly key: string } | { readonly kind: 'name-taken' };

const DAY_MS = 24 * 60 * 60_000;

/** Keys for programs that use the admin API. */
@Injectable()
export class AccessKeys {
  constructor(
    private readonly em: EntityManager,
    private readonly keys: AccessKeyRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async create({ institutionId, name, role, days }: AccessKeyRequest): Promise<CreatedAccessKey> {
    if ((await this.keys.findByName(institutionId, name)) !== null) return { kind: 'name-taken' };
    const createdAt = this.clock.now();
    const expiresAt = new Date(createdAt.getTime() + days * DAY_MS);
    const key = await this.em.transactional(() => {
      this.audit.append({
        institutionId,
        actor: 'operator',
        actorId: null,
        action: 'access-key.created',
        subjectId: null,
        detail: { name, role },
      });
      return Promise.resolve(this.keys.create({ institutionId, name, role, createdAt, expiresAt }));
    });
    return { kind: 'created', key };
  }
}
