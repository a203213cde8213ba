import {
  type Institution,
  type MetadataSource,
  MetadataSourceRepository,
  MetadataSourceRows,
  SessionRecords,
} from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { fetchMetadata, mdqAddress, UnusableMetadataError } from '@ligature/saml-metadata';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, Logger } from '@nestjs/common';
import { openCopy, UNKNOWN, whileOpen } from './open-copy.ts';
import { ProviderLoader } from './provider-loader.ts';

export type RefreshedSource =
  | {
      readonly kind: 'read' | 'unchanged';
      readonly location: string;
      readonly providers: number;
      readonly unusable: number;
    }
  | { readonly kind: 'failed'; readonly location: string; readonly reason: string };

/** Read again once a day, whatever minute the last time took. */
const FRESH_MS = 23 * 60 * 60_000;

/**
 * Reads metadata again where it comes from. What fails is noted for operators and tried again; people go on signing in by
 * the last good copy until that copy itself says that it has run out.
 */
@Injectable()
export class MetadataRefresh {
  private readonly logger = new Logger(MetadataRefresh.name);

  constructor(
    private readonly em: EntityManager,
    private readonly sources: MetadataSourceRepository,
    private readonly rows: MetadataSourceRows,
    private readonly loader: ProviderLoader,
    private readonly sessions: SessionRecords,
    private readonly clock: Clock,
  ) {}

  /**
   * Sessions end with the trust in their provider.
   * @param which all sources, or those that failed or were last read a day ago
   */
  async refresh(institution: Institution, which: 'all' | 'due'): Promise<RefreshedSource[]> {
    const refreshed: RefreshedSource[] = [];
    const [sources, now] = [await this.sources.of(institution.id), this.clock.now()];
    for (const source of sources) {
      if (which === 'all' || isDue(source, now)) refreshed.push(await this.refreshOne(source));
    }
    await this.sessions.destroyOfUntrusted(institution.id);
    await this.warnOfEnds(institution);
    return refreshed;
  }

  private async warnOfEnds({ id }: Institution): Promise<void> {
    for (const { location, expiring } of await this.rows.watch(id, this.clock.now())) {
      if (expiring > 0) this.logger.warn({ msg: 'Metadata ends within two days, or has ended.', location, expiring });
    }
  }

  private async refreshOne(source: MetadataSource): Promise<RefreshedSource> {
    try {
      const kind = source.kind === 'mdq' ? await this.askForEach(source) : await this.readWhole(source);
      return { kind, location: source.location, providers: source.providers, unusable: source.unusable };
    } catch (error) {
      if (!(error instanceof UnusableMetadataError)) throw error;
      return await this.noteFailure(source, error);
    }
  }

  private async readWhole(source: MetadataSource): Promise<'read' | 'unchanged'> {
    const known = { etag: source.etag ?? null, lastModified: source.lastModified ?? null };
    const copy = await openCopy(source, known);
    if (copy === 'unchanged') {
      source.markCurrent(this.clock.now());
      await this.em.persist(source).flush();
      return copy;
    }
    await whileOpen(copy, () => this.loader.replace(source, copy));
    return 'read';
  }

  /** Each entity stands for itself: what one of them cannot be asked does not hold up the others. */
  private async askForEach(source: MetadataSource): Promise<'read'> {
    const failures: string[] = [];
    for (const entityId of source.entityIds) {
      await this.askFor(source, entityId).catch((error: unknown) => {
        if (!(error instanceof UnusableMetadataError)) throw error;
        failures.push(error.message);
      });
    }
    const providers = source.entityIds.length - failures.length;
    source.markRead({ ...UNKNOWN, providers, unusable: failures.length }, this.clock.now());
    await this.em.persist(source).flush();
    if (failures.length > 0) throw new UnusableMetadataError(failures.join(' '));
    return 'read';
  }

  private async askFor(source: MetadataSource, entityId: string): Promise<void> {
    const copy = await fetchMetadata(mdqAddress(source.location, entityId), UNKNOWN);
    if (copy !== 'unchanged') await whileOpen(copy, () => this.loader.addOne(source, copy, entityId));
  }

  private async noteFailure(source: MetadataSource, error: UnusableMetadataError): Promise<RefreshedSource> {
    const { location } = source;
    source.markFailed(error.message, this.clock.now());
    await this.em.persist(source).flush();
    this.logger.warn({ msg: 'Metadata could not be read again; the last good copy is kept.', location, err: error });
    return { kind: 'failed', location, reason: error.message };
  }
}

function isDue({ readAt, failure }: MetadataSource, now: Date): boolean {
  return failure != null || readAt == null || now.getTime() - readAt.getTime() > FRESH_MS;
}
