import type { ProviderMetadata } from '@ligature/identity-model';
import { type ReadEntity, UnusableMetadataError } from '@ligature/saml-metadata';

/** What is known of a copy while it is read. */
export class CopyReading {
  readonly batch: ProviderMetadata[] = [];
  readonly entityIds = new Set<string>();
  unusable = 0;
  private reason = 'it describes no identity provider';

  /** @param wanted entity ids; all when empty */
  constructor(private readonly wanted: ReadonlySet<string>) {
    if (wanted.size > 0) this.reason = `it does not describe ${[...wanted].join(', ')}`;
  }

  take(entity: ReadEntity): void {
    const entityId = entity.kind === 'provider' ? entity.provider.entityId : entity.entityId;
    if ((this.wanted.size > 0 && !this.wanted.has(entityId)) || this.entityIds.has(entityId)) return;
    if (entity.kind === 'provider') this.accept(entity.provider);
    else this.refuse(`${entityId}: ${entity.reason}`);
  }

  /** A copy without any provider is a mistake, not a decision to let nobody in. */
  demandUsable(): void {
    if (this.entityIds.size === 0) throw new UnusableMetadataError(this.reason);
  }

  private accept(provider: ProviderMetadata): void {
    this.entityIds.add(provider.entityId);
    this.batch.push(provider);
  }

  private refuse(reason: string): void {
    this.unusable++;
    this.reason = reason;
  }
}
