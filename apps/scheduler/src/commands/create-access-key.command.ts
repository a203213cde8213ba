import { AccessKeys } from '@ligature/institutions';
import type { Role } from '@ligature/identity-model';
import { Injectable } from '@nestjs/common';
import { ChosenInstitution } from './chosen-institution.ts';
import { CommandError } from './command.error.ts';

export interface AccessKeyOptions {
  readonly institution?: string;
  readonly role: Role;
  /** Days the key is good for. */
  readonly days: number;
}

@Injectable()
export class CreateAccessKeyCommand {
  constructor(
    private readonly chosen: ChosenInstitution,
    private readonly keys: AccessKeys,
  ) {}

  /** @returns the key, which is shown this once */
  async run(name: string, { institution: slug, role, days }: AccessKeyOptions): Promise<string> {
    const { id: institutionId } = await this.chosen.one(slug);
    const created = await this.keys.create({ institutionId, name, role, days });
    if (created.kind === 'name-taken') throw new CommandError(`There is a key "${name}" already. Choose another name.`);
    return created.key;
  }
}
