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
  /** Then a file that has not changed since it was read is left alone, even if another one was imported meanwhile. */
  readonly byClock?: boolean;
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
   * @param isAskedAgain whether a file that was read by the same rules is read once more
   * @param take stores what the file says, within the transaction
   */
  async import<T extends Taken>(
    given: GivenFile,
    isAskedAgain: (earlier: FeedImport) => boolean,
    take: (fileHash: string) => Promise<T>,
  ): Promise<(T & { readonly report: FeedImport }) | NotImported> {
    let fileHash: string | undefined;
    try {
      const hash = (fileHash = await given.file.hash());
      return await this.em.transactional(async () => {
        await this.assertions.lock(given.key);
        const earlier = await this.earlier(given, hash);
        if (earlier === null || isAskedAgain(earlier)) {
          const taken = await take(hash);
          return { ...taken, report: this.record(given, { ...taken, fileHash: hash, faults: [] }) };
        }
        if (earlier.wasTaken) return { kind: 'already-imported', at: earlier.importedAt };
        return { kind: 'refused', faults: earlier.faults };
      });
    } catch (error) {
      if (!(error instanceof FeedFileError)) throw error;
      if (fileHash !== undefined) await this.recordRefusal(given, fileHash, error.faults);
      return { kind: 'refused', faults: error.faults };
    }
  }

  /** What became of this very file by these very rules, if that was the last import. */
  private async latest(given: GivenFile, fileHash: string): Promise<FeedImport | null> {
    const { institution, key } = given;
    return sameAs(given, fileHash, await this.assertions.latestImport(institution.id, key.feed));
  }

  /** The import after which the file need not be read again. The clock reads none in place of one that people chose. */
  private async earlier(given: GivenFile, fileHash: string): Promise<FeedImport | null> {
    const { key, file, byClock = false } = given;
    const latest = await this.latest(given, fileHash);
    if (latest !== null || !byClock) return latest;
    return sameAs(given, fileHash, await this.assertions.latestImportNamed(key, file.name));
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

function sameAs({ rulesHash }: GivenFile, fileHash: string, found: FeedImport | null): FeedImport | null {
  return found?.fileHash === fileHash && found.rulesHash === rulesHash ? found : null;
}
