import { type ClientCredentials, OrcidClientConfig, TokenCalls } from '@ligature/orcid-client';
import type { ClientSecret } from '@ligature/orcid-model';
import { OrcidClientRepository } from '@ligature/persistence';
import { Injectable } from '@nestjs/common';
import { InvalidSetupError } from '../invalid-setup.error.ts';
import type { InstitutionFile } from './institution-file.ts';

/** Nobody waits longer than this at the command for an ORCID that does not answer. */
const DEADLINE_MS = 20_000;

/** Looks at the ORCID client of a file before it is kept: with a wrong one nobody could connect. */
@Injectable()
export class ClientCheck {
  constructor(
    private readonly clients: OrcidClientRepository,
    private readonly orcid: OrcidClientConfig,
    private readonly calls: TokenCalls,
  ) {}

  /**
   * @param secret of the client; ORCID is asked only where one is given
   * @returns why ORCID could not say whether it accepts the client; undefined when it does, or was not asked
   * @throws InvalidSetupError when it is of another environment or institution, or ORCID refuses it
   */
  async demandUsable(file: InstitutionFile, secret: ClientSecret | undefined): Promise<string | undefined> {
    this.demandOneEnvironment(file);
    await this.demandOwn(file);
    return secret && this.demandAccepted({ clientId: file.orcid.clientId, clientSecret: secret });
  }

  /** Sandbox and production share no iDs, tokens or put-codes, so one database holds one of them. */
  private demandOneEnvironment({ slug, orcid }: InstitutionFile): void {
    if (orcid.environment === this.orcid.environment) return;
    throw new InvalidSetupError(
      `orcid.environment: ${slug} is of "${orcid.environment}", this deployment of "${this.orcid.environment}" (ORCID_ENVIRONMENT). ` +
        `Correct the one that is wrong; each environment needs a database of its own.`,
    );
  }

  /** What one institution wrote would be taken for another's: to ORCID it comes from the client. */
  private async demandOwn({ slug, orcid: { clientId } }: InstitutionFile): Promise<void> {
    const holder = await this.clients.holderOf(clientId);
    if (holder === undefined || holder === slug) return;
    throw new InvalidSetupError(
      `orcid.clientId: ${clientId} is the ORCID client of ${holder}. Give ${slug} its own; if ${holder} is meant, correct slug.`,
    );
  }

  private async demandAccepted(credentials: ClientCredentials): Promise<string | undefined> {
    const answer = await this.ask(credentials);
    if (answer !== false) return answer === true ? undefined : answer;
    throw new InvalidSetupError(
      `ORCID_CLIENT_SECRET: ORCID (${this.orcid.environment}) refuses the client ${credentials.clientId} with this secret. ` +
        `Compare both with what ORCID shows for your client, correct them and try again.`,
    );
  }

  private async ask(credentials: ClientCredentials): Promise<boolean | string> {
    try {
      return await this.calls.accepts(credentials, { urgency: 'person', deadlineMs: DEADLINE_MS });
    } catch (error) {
      return error instanceof Error ? error.message : 'unknown';
    }
  }
}
