import type { Institution } from '@ligature/persistence';
import { Injectable } from '@nestjs/common';
import { AddressConsequences } from '../consequences/address-consequences.ts';
import { ClientConsequences } from '../consequences/client-consequences.ts';
import type { Consequence } from '../consequences/consequence.ts';
import { FeedConsequences } from '../consequences/feed-consequences.ts';
import { ProviderConsequences } from '../consequences/provider-consequences.ts';
import { MetadataRefresh, type RefreshedSource } from '../metadata/metadata-refresh.ts';
import type { GivenSetup } from './given-setup.ts';
import type { InstitutionFile } from './institution-file.ts';
import { type PreparedSetup, SetupWriter } from './setup-writer.ts';

/** What came of a configuration. */
export type ConfigurationOutcome =
  | {
      readonly kind: 'configured';
      readonly institution: Institution;
      /** What was read of its identity providers. */
      readonly refreshed: readonly RefreshedSource[];
      readonly consequences: readonly Consequence[];
    }
  /** It would concern people, and nobody confirmed that: nothing was changed. */
  | { readonly kind: 'unconfirmed'; readonly consequences: readonly Consequence[] };

/** Makes an institution's row, ORCID client and identity providers what its file says. */
@Injectable()
export class Configuration {
  constructor(
    private readonly setup: SetupWriter,
    private readonly ofProviders: ProviderConsequences,
    private readonly ofClient: ClientConsequences,
    private readonly ofAddress: AddressConsequences,
    private readonly ofFeed: FeedConsequences,
    private readonly metadata: MetadataRefresh,
  ) {}

  /** Safe to run again: the file wins. @throws InvalidSetupError and changes nothing */
  async apply(file: InstitutionFile, given: GivenSetup): Promise<ConfigurationOutcome> {
    const prepared = await this.setup.prepare(file, given);
    const consequences = await this.consequencesOf(file, prepared);
    if (consequences.length > 0 && given.isConfirmed !== true) return { kind: 'unconfirmed', consequences };
    const institution = await this.setup.write(file, given, prepared.sources, consequences);
    return {
      kind: 'configured',
      institution,
      consequences,
      refreshed: await this.metadata.refresh(institution, 'all'),
    };
  }

  private async consequencesOf(
    { slug, orcid, publicUrl, feed }: InstitutionFile,
    { known, sources }: PreparedSetup,
  ): Promise<Consequence[]> {
    if (known === null) return this.ofAddress.ofNew(slug);
    return [
      ...(await this.ofAddress.of(known, publicUrl)),
      ...(await this.ofProviders.of(known, sources)),
      ...(await this.ofClient.of(known, orcid.clientId)),
      ...(await this.ofFeed.of(known, feed)),
    ];
  }
}
