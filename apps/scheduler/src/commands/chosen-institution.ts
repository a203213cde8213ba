import { type Institution, InstitutionRepository } from '@ligature/persistence';
import { Injectable } from '@nestjs/common';
import { CommandError } from './command.error.ts';

/** The institutions a command is about. */
@Injectable()
export class ChosenInstitution {
  constructor(private readonly institutions: InstitutionRepository) {}

  /** The one that is named, or the only one. */
  async one(slug: string | undefined): Promise<Institution> {
    const [first, ...others] = await this.some(slug);
    if (first === undefined)
      throw new CommandError('No institution is configured. Begin with: configure <institution.json>');
    if (others.length > 0)
      throw new CommandError(
        `--institution: name one of ${[first, ...others].map((institution) => institution.slug).join(', ')}.`,
      );
    return first;
  }

  /** The one that is named, or all. */
  async some(slug: string | undefined): Promise<Institution[]> {
    const all = await this.institutions.all();
    if (slug === undefined) return all;
    const found = all.filter((institution) => institution.slug === slug);
    if (found.length > 0) return found;
    throw new CommandError(
      `--institution: there is none called "${slug}". There are: ${all.map((one) => one.slug).join(', ')}.`,
    );
  }
}
