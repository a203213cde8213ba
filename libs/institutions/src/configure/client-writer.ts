import { OrcidClientConfig } from '@ligature/orcid-client';
import type { ClientSecret } from '@ligature/orcid-model';
import { type Institution, InstitutionRepository } from '@ligature/persistence';
import { Injectable } from '@nestjs/common';
import { InvalidSetupError } from '../invalid-setup.error.ts';
import type { InstitutionFile } from './institution-file.ts';

/** Writes who an institution is at ORCID, inside the transaction of `Configuration`. */
@Injectable()
export class ClientWriter {
  constructor(
    private readonly institutions: InstitutionRepository,
    private readonly orcid: OrcidClientConfig,
  ) {}

  /** Sandbox and production share no iDs, tokens or put-codes, so one database holds one of them. @throws InvalidSetupError */
  demandOneEnvironment({ slug, orcid }: InstitutionFile): void {
    if (orcid.environment === this.orcid.environment) return;
    throw new InvalidSetupError(
      `${slug} belongs to ORCID's ${orcid.environment} environment, this deployment to ${this.orcid.environment} (ORCID_ENVIRONMENT).`,
    );
  }

  /** A secret is needed for a new client id; without one, a known client keeps its own. @throws InvalidSetupError */
  async write(institution: Institution, secret: ClientSecret | undefined, isKnownClient: boolean): Promise<void> {
    if (secret !== undefined) await this.institutions.keepClientSecret(institution, secret);
    else if (!isKnownClient)
      throw new InvalidSetupError('Set ORCID_CLIENT_SECRET to the secret of this ORCID client and try again.');
  }
}
