import { IdentityProviderRepository, type MetadataSource, MetadataSourceRepository } from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { type MetadataCopy, readMetadata } from '@ligature/saml-metadata';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { CopyReading } from './copy-reading.ts';

/** A batch is one statement; a larger one would hold the process up while it is written down. */
const BATCH = 100;

/** Stores the identity providers of a copy as they are read. Nothing of it stays when the copy turns out to be wrong. */
@Injectable()
export class ProviderLoader {
  constructor(
    private readonly em: EntityManager,
    private readonly sources: MetadataSourceRepository,
    private readonly providers: IdentityProviderRepository,
    private readonly clock: Clock,
  ) {}

  /** Makes a source's providers those of a copy. @throws UnusableMetadataError and changes nothing */
  async replace(source: MetadataSource, copy: MetadataCopy): Promise<void> {
    await this.em.transactional(async () => {
      await this.sources.lock(source);
      const { entityIds, unusable } = await this.add(source, copy, new Set(source.entityIds));
      await this.providers.prune(source, entityIds);
      const { etag, lastModified } = copy;
      source.markRead({ etag, lastModified, providers: entityIds.size, unusable }, this.clock.now());
      this.em.persist(source);
    });
  }

  /** Adds the one provider that a copy must be of. @throws UnusableMetadataError and changes nothing */
  async addOne(source: MetadataSource, copy: MetadataCopy, entityId: string): Promise<void> {
    await this.em.transactional(() => this.add(source, copy, new Set([entityId])));
  }

  private async add(source: MetadataSource, copy: MetadataCopy, wanted: ReadonlySet<string>): Promise<CopyReading> {
    const reading = new CopyReading(wanted);
    for await (const entity of readMetadata(copy.chunks(), this.demandsOf(source))) {
      reading.take(entity);
      if (reading.batch.length >= BATCH) await this.providers.keep(source, reading.batch.splice(0));
    }
    await this.providers.keep(source, reading.batch.splice(0));
    reading.demandUsable();
    return reading;
  }

  private demandsOf({ kind, signingCertificates }: MetadataSource): Parameters<typeof readMetadata>[1] {
    const mustExpire = kind === 'federation' || kind === 'mdq';
    return { signedBy: signingCertificates, now: this.clock.now(), mustExpire };
  }
}
