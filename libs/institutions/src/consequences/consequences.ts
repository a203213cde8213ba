import type { Institution } from '@ligature/persistence';
import { Injectable } from '@nestjs/common';
import type { InstitutionFile } from '../configure/institution-file.ts';
import type { DescribedSource } from '../configure/provider-source.ts';
import { AddressConsequences } from './address-consequences.ts';
import { ClientConsequences } from './client-consequences.ts';
import type { Consequence } from './consequence.ts';
import { FeedConsequences } from './feed-consequences.ts';
import { ProviderConsequences } from './provider-consequences.ts';

/** What a file would mean for people and institutions that are known. */
@Injectable()
export class Consequences {
  constructor(
    private readonly ofProviders: ProviderConsequences,
    private readonly ofClient: ClientConsequences,
    private readonly ofAddress: AddressConsequences,
    private readonly ofFeed: FeedConsequences,
  ) {}

  /** @param uncheckedClient why ORCID could not say whether it accepts the client */
  async of(
    known: Institution | null,
    { slug, orcid, publicUrl, feed }: InstitutionFile,
    sources: readonly DescribedSource[],
    uncheckedClient: string | undefined,
  ): Promise<Consequence[]> {
    if (known === null) return this.ofAddress.ofNew(slug);
    return [
      ...(await this.ofAddress.of(known, publicUrl)),
      ...(await this.ofProviders.of(known, sources)),
      ...(await this.ofClient.of(known, orcid.clientId, uncheckedClient)),
      ...(await this.ofFeed.of(known, feed)),
    ];
  }
}
