import { AccessKeyRepository, type AccessRole, AuditTrail } from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { ChosenInstitution } from './chosen-institution.ts';
import { CommandError } from './command.error.ts';

export interface AccessKeyOptions {
  readonly institution?: string;
  readonly role: AccessRole;
  /** Days the key is good for. */
  readonly days: number;
}

const DAY_MS = 24 * 60 * 60_000;

@Injectable()
export class CreateAccessKeyCommand {
  constructor(
    private readonly em: EntityManager,
    private readonly chosen: ChosenInstitution,
    private readonly keys: AccessKeyRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @returns the key, which is shown this once */
  async run(name: string, { institution: slug, role, days }: AccessKeyOptions): Promise<string> {
    const { id: institutionId } = await this.chosen.one(slug);
    if ((await this.keys.findByName(institutionId, name)) !== null)
      throw new CommandError(`There is a key "${name}" already.`);
    const createdAt = this.clock.now();
    const expiresAt = new Date(createdAt.getTime() + days * DAY_MS);
    return this.em.transactional(async () => {
      const key = this.keys.create({ institutionId, name, role, createdAt, expiresAt });
      this.audit.append({
        institutionId,
        actor: 'operator',
        actorId: null,
        action: 'access-key.created',
        subjectId: null,
        detail: { name, role },
      });
      return Promise.resolve(key);
    });
  }
}
