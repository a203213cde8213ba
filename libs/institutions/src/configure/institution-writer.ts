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

  /** @returns null when it is new. @throws InvalidSetupError when it would share a portal */
  async find(file: InstitutionFile): Promise<Institution | null> {
    await this.demandOwnPortal(file);
    return this.institutions.findBySlug(file.slug);
  }

  async write(file: InstitutionFile, secret: ClientSecret | undefined): Promise<Institution> {
    const { slug, name, rorId, timeZone, publicUrl, orcid, branding, contacts, feed } = file;
    const facts = { name, rorId, timeZone, publicUrl, branding, contacts, feed };
    await this.demandOwnPortal(file);
    const known = await this.institutions.findBySlug(slug);
    const createdAt = this.clock.now();
    const institution = known ?? new Institution({ ...facts, slug, orcidEnvironment: orcid.environment, createdAt });
    institution.describe(facts);
    await this.em.persist(institution).flush();
    await this.clients.write(institution, orcid.clientId, secret);
    return institution;
  }

  /** A portal is one institution's, and so is the deployment's own address. @throws InvalidSetupError */
  private async demandOwnPortal({ slug, publicUrl }: InstitutionFile): Promise<void> {
    const others = (await this.institutions.all()).filter((other) => other.slug !== slug);
    const holder = others.find((other) => (other.publicUrl ?? undefined) === publicUrl);
    if (holder === undefined) return;
    throw new InvalidSetupError(
      publicUrl === undefined
        ? `publicUrl: ${slug} has none, and ${holder.slug} has none either. One institution only can be at the deployment's own ` +
            `address (PORTAL_URL): give ${slug} a publicUrl. If ${holder.slug} is meant, correct slug.`
        : `publicUrl: ${publicUrl} is the portal of ${holder.slug} already. Give ${slug} another; if ${holder.slug} is meant, correct slug.`,
    );
  }
}
