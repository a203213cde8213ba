import { AssertionRepository, AuditTrail, FeedImport, type FeedKey, type Institution } from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { FeedFileError } from './feed-file.error.ts';
import type { NotImported } from './import-outcome.ts';

const NO_COUNTS = { rows: 0, added: 0, changed: 0, unchanged: 0, refused: 0, absent: 0 };

/** A file to be imported, by which feed and which rules. */
export interface GivenFile {
  readonly institution: Institution;
  readonly key: FeedKey;
  readonly file: { readonly name: string; hash(): Promise<string> };
  readonly rulesHash: string;
}

/** What was taken of a file. */
export type Taken = Pick<FeedImport, 'counts' | 'refused'>;

type Report = Taken & Pick<FeedImport, 'fileHash' | 'faults'>;

/** What every way in has in common: one import of a feed at a time, whole or not at all, each kept with its report. */
@Injectable()
export class FileImports {
  constructor(
    private readonly em: EntityManager,
    private readonly assertions: AssertionRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * A bad file changes nothing at all, and is remembered with its faults, so that it is not read again until it, or the
   * rules, change.
   * @param isAskedAgain whether a file that was read last by the same rules is read once more
   * @param take stores what the file says, within the transaction
   */
  async import<T extends Taken>(
    given: GivenFile,
    isAskedAgain: (latest: FeedImport) => boolean,
    take: () => Promise<T>,
  ): Promise<(T & { readonly report: FeedImport }) | NotImported> {
    let fileHash: string | undefined;
    try {
      const hash = (fileHash = await given.file.hash());
      return await this.em.transactional(async () => {
        await this.assertions.lock(given.key);
        const latest = await this.latest(given, hash);
        if (latest === null || isAskedAgain(latest)) {
          const taken = await take();
          return { ...taken, report: this.record(given, { ...taken, fileHash: hash, faults: [] }) };
        }
        if (latest.wasTaken) return { kind: 'already-imported', at: latest.importedAt };
        return { kind: 'refused', faults: latest.faults };
      });
    } catch (error) {
      if (!(error instanceof FeedFileError)) throw error;
      if (fileHash !== undefined) await this.recordRefusal(given, fileHash, error.faults);
      return { kind: 'refused', faults: error.faults };
    }
  }

  /** What became of this very file by these very rules, if that was the last import. */
  private async latest({ institution, key, rulesHash }: GivenFile, fileHash: string): Promise<FeedImport | null> {
    const latest = await this.assertions.latestImport(institution.id, key.feed);
    return latest?.fileHash === fileHash && latest.rulesHash === rulesHash ? latest : null;
  }

  private async recordRefusal(given: GivenFile, fileHash: string, faults: readonly string[]): Promise<void> {
    await this.em.transactional(async () => {
      const known = await this.latest(given, fileHash);
      if (known === null) this.record(given, { fileHash, counts: NO_COUNTS, refused: [], faults: [...faults] });
    });
  }

  private record({ institution, key, file, rulesHash }: GivenFile, report: Report): FeedImport {
    const { fileHash, counts, refused, faults } = report;
    const { id: institutionId } = institution;
    const { feed } = key;
    const { name: fileName } = file;
    const importedAt = this.clock.now();
    const row = new FeedImport({
      institutionId,
      feed,
      fileName,
      fileHash,
      rulesHash,
      importedAt,
      counts,
      refused,
      faults,
    });
    this.assertions.recordImport(row);
    this.audit.append({
      institutionId,
      actor: 'operator',
      actorId: null,
      action: row.wasTaken ? 'feed.imported' : 'feed.refused',
      subjectId: row.id,
      detail: { ...row.counts },
    });
    return row;
  }
}
