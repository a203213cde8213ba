import type { ClientSecret } from '@ligature/orcid-model';
import { Institution, InstitutionRepository } from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { InvalidSetupError } from '../invalid-setup.error.ts';
import { ClientWriter } from './client-writer.ts';
import type { InstitutionFile } from './institution-file.ts';

/** Writes the row of an institution, inside the transaction of `Configuration`. */
@Injectable()
export class InstitutionWriter {
  constructor(
    private readonly em: EntityManager,
    private readonly institutions: InstitutionRepository,
    private readonly clients: ClientWriter,
    private readonly clock: Clock,
  ) {}

  /** @returns null when it is new. @throws InvalidSetupError when it is of another ORCID environment */
  find(file: InstitutionFile): Promise<Institution | null> {
    this.clients.demandOneEnvironment(file);
    return this.institutions.findBySlug(file.slug);
  }

  async write(file: InstitutionFile, secret: ClientSecret | undefined): Promise<Institution> {
    const { slug, name, rorId, timeZone, publicUrl, orcid, branding, contacts, feed } = file;
    const facts = { name, rorId, timeZone, publicUrl, branding, contacts, feed };
    await this.demandFree(slug, publicUrl);
    const known = await this.institutions.findBySlug(slug);
    const createdAt = this.clock.now();
    const institution = known ?? new Institution({ ...facts, slug, orcidEnvironment: orcid.environment, createdAt });
    institution.describe(facts);
    await this.em.persist(institution).flush();
    await this.clients.write(institution, orcid.clientId, secret);
    return institution;
  }

  /** A portal is one institution's. @throws InvalidSetupError */
  private async demandFree(slug: string, publicUrl: string | undefined): Promise<void> {
    if (publicUrl === undefined) return;
    const holder = await this.institutions.findByPublicUrl(publicUrl);
    if (holder !== null && holder.slug !== slug)
      throw new InvalidSetupError(`publicUrl: ${publicUrl} is the portal of ${holder.slug} already.`);
  }
}
