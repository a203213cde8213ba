import type { Institution } from '@ligature/persistence';
import { Injectable } from '@nestjs/common';
import type { Consequence } from '../consequences/consequence.ts';
import { Consequences } from '../consequences/consequences.ts';
import { MetadataRefresh, type RefreshedSource } from '../metadata/metadata-refresh.ts';
import { ClientCheck } from './client-check.ts';
import type { GivenSetup } from './given-setup.ts';
import type { InstitutionFile } from './institution-file.ts';
import { SetupWriter } from './setup-writer.ts';

/** What came of a configuration. */
export type ConfigurationOutcome =
  | {
      readonly kind: 'configured';
      readonly institution: Institution;
      /** What was read of its identity providers. */
      readonly refreshed: readonly RefreshedSource[];
      readonly consequences: readonly Consequence[];
      /** Why ORCID could not say whether it accepts the client that was given; undefined when it does, or none was given. */
      readonly uncheckedClient: string | undefined;
    }
  /** It would concern people, and nobody confirmed that: nothing was changed. */
  | { readonly kind: 'unconfirmed'; readonly consequences: readonly Consequence[] };

/** Makes an institution's row, ORCID client and identity providers what its file says. */
@Injectable()
export class Configuration {
  constructor(
    private readonly client: ClientCheck,
    private readonly setup: SetupWriter,
    private readonly consequences: Consequences,
    private readonly metadata: MetadataRefresh,
  ) {}

  /** Safe to run again: the file wins. @throws InvalidSetupError and changes nothing */
  async apply(file: InstitutionFile, given: GivenSetup): Promise<ConfigurationOutcome> {
    const uncheckedClient = await this.client.demandUsable(file, given.clientSecret);
    const prepared = await this.setup.prepare(file, given);
    const consequences = await this.consequences.of(prepared.known, file, prepared.sources, uncheckedClient);
    if (consequences.length > 0 && given.isConfirmed !== true) return { kind: 'unconfirmed', consequences };
    const institution = await this.setup.write(file, given, prepared.sources, consequences);
    return {
      kind: 'configured',
      institution,
      consequences,
      uncheckedClient,
      refreshed: await this.metadata.refresh(institution, 'all'),
    };
  }
}
