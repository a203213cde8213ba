import { type Institution, InstitutionRepository } from '@ligature/persistence';
import { Injectable } from '@nestjs/common';
import { PortalConfig } from '../portal.config.ts';

/** The institution whose portal this is. */
@Injectable()
export class CurrentInstitution {
  constructor(
    private readonly institutions: InstitutionRepository,
    private readonly config: PortalConfig,
  ) {}

  async get(): Promise<Institution> {
    const { institution: slug } = this.config;
    if (slug !== undefined) return found(await this.institutions.findBySlug(slug), `No institution "${slug}"`);
    const [only, ...others] = await this.institutions.all();
    if (others.length > 0) throw new Error('The deployment has several institutions: set PORTAL_INSTITUTION to one.');
    return found(only, 'No institution');
  }
}

function found(institution: Institution | null | undefined, what: string): Institution {
  if (institution == null) throw new Error(`${what} is configured: run the scheduler's "configure" command first.`);
  return institution;
}
