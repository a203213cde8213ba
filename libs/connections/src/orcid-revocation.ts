import { type OrcidGrant, TokenCalls } from '@ligature/orcid-client';
import type { OrcidId } from '@ligature/orcid-model';
import { OrcidClientRepository, type Person, type RetiredToken } from '@ligature/persistence';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, Logger } from '@nestjs/common';
import { ConnectionTokens, ownerOf } from './connection-tokens.ts';
import type { Tenant } from './grants.ts';

/** What was granted and could not be kept; no iD where ORCID's answer named none that can be read. */
export type UnkeptGrant = Pick<OrcidGrant, 'clientId' | 'accessToken'> & { readonly orcid: OrcidId | null };

/** What became of it: ended at ORCID now, ended by a job, or neither. */
export type UnkeptEnd = 'ended' | 'later' | 'lost';

/** Tells ORCID that a token has ended. */
@Injectable()
export class OrcidRevocation {
  private readonly logger = new Logger(OrcidRevocation.name);

  constructor(
    private readonly em: EntityManager,
    private readonly clients: OrcidClientRepository,
    private readonly tokens: ConnectionTokens,
    private readonly calls: TokenCalls,
  ) {}

  /** With the credentials of the client it was granted to: another client's revocation answers 200 and does nothing. */
  async revoke(token: RetiredToken): Promise<void> {
    const credentials = await this.clients.credentialsOf(token.orcidClientId, token.environment);
    await this.calls.revoke(credentials, await this.tokens.openRetired(token));
  }

  /**
   * Something that was granted and that we failed to keep is ended at ORCID at once; where ORCID does not take that, it is
   * sealed for the job that ends tokens.
   * @returns `lost` when neither could be done: then its owner alone can end it, at ORCID
   */
  async endUnkept(institution: Tenant, person: Pick<Person, 'id'>, granted: UnkeptGrant): Promise<UnkeptEnd> {
    const { orcid } = granted;
    try {
      await this.revokeNow(institution, granted);
      this.logger.warn({ msg: 'A permission could not be kept, and was ended at ORCID.', orcid });
      return 'ended';
    } catch (error) {
      return this.sealForLater(institution, person, granted, error);
    }
  }

  private async revokeNow({ id, orcidEnvironment }: Tenant, { clientId, accessToken }: UnkeptGrant): Promise<void> {
    const orcidClientId = await this.clients.idOf(id, clientId);
    await this.calls.revoke(await this.clients.credentialsOf(orcidClientId, orcidEnvironment), accessToken);
  }

  private async sealForLater(
    institution: Tenant,
    person: Pick<Person, 'id'>,
    granted: UnkeptGrant,
    reason: unknown,
  ): Promise<UnkeptEnd> {
    const { orcid, clientId, accessToken } = granted;
    try {
      await this.em.transactional(async () => {
        const orcidClientId = await this.clients.idOf(institution.id, clientId);
        await this.tokens.retire(ownerOf(institution, person, granted, orcidClientId), accessToken);
      });
      this.logger.warn({ msg: 'A permission could not be kept, and is ended at ORCID later.', orcid, err: reason });
      return 'later';
    } catch (error) {
      this.logger.error({
        msg: 'A permission could be neither kept nor ended at ORCID; its owner can end it there.',
        orcid,
        err: error,
      });
      return 'lost';
    }
  }
}
