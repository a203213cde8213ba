import { OrcidClientConfig } from '@ligature/orcid-client';
import type { ClientSecret } from '@ligature/orcid-model';
import { Institution, InstitutionRepository } from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { InvalidSetupError } from '../invalid-setup.error.ts';
import type { InstitutionFile } from './institution-file.ts';

/** Writes the row of an institution, inside the transaction of `Configuration`. */
@Injectable()
export class InstitutionWriter {
  constructor(
    private readonly em: EntityManager,
    private readonly institutions: InstitutionRepository,
    private readonly orcid: OrcidClientConfig,
    private readonly clock: Clock,
  ) {}

  /** Sandbox and production share no iDs, tokens or put-codes, so one database holds one of them. @throws InvalidSetupError */
  demandOneEnvironment({ slug, orcid }: InstitutionFile): void {
    if (orcid.environment === this.orcid.environment) return;
    throw new InvalidSetupError(
      `${slug} belongs to ORCID's ${orcid.environment} environment, this deployment to ${this.orcid.environment} (ORCID_ENVIRONMENT).`,
    );
  }

  async write(file: InstitutionFile, secret: ClientSecret | undefined): Promise<Institution> {
    const { slug, name, rorId, timeZone, orcid, branding, contacts, feed } = file;
    const facts = { name, rorId, timeZone, orcidClientId: orcid.clientId, branding, contacts, feed };
    const known = await this.institutions.findBySlug(slug);
    const createdAt = this.clock.now();
    const institution = known ?? new Institution({ ...facts, slug, orcidEnvironment: orcid.environment, createdAt });
    await this.keepSecret(institution, secret, known !== null && known.orcidClientId === orcid.clientId);
    institution.describe(facts);
    this.em.persist(institution);
    return institution;
  }

  /** A secret is needed for a new client id; without one, a known client keeps its own. */
  private async keepSecret(
    institution: Institution,
    secret: ClientSecret | undefined,
    isKnownClient: boolean,
  ): Promise<void> {
    if (secret !== undefined) await this.institutions.keepClientSecret(institution, secret);
    else if (!isKnownClient)
      throw new InvalidSetupError('Set ORCID_CLIENT_SECRET to the secret of this ORCID client and try again.');
  }
}
