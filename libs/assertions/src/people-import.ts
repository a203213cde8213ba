import {
  AssertionRepository,
  AuditTrail,
  FeedImport,
  type FeedKey,
  type Institution,
  PersonRepository,
  type RowKey,
} from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { FeedFileError } from './feed-file.error.ts';
import type { FeedFile } from './feed-file.ts';
import { feedKeyOf } from './feed-key.ts';
import { FeedReading } from './feed-reading.ts';
import type { ImportOptions, ImportOutcome } from './import-outcome.ts';
import { rulesHash } from './rules-hash.ts';

/** More than this part of the known jobs missing from an export looks like half an export. */
const MANY_ABSENT = 0.2;
const FEW = 20;
const NO_COUNTS = { rows: 0, added: 0, changed: 0, unchanged: 0, refused: 0, absent: 0 };

/** What the report of an import says, but for whose it is. */
type Report = Pick<FeedImport, 'fileHash' | 'counts' | 'refused' | 'faults'>;

/** Takes an institution's HR export as what it says of its people: all of its good rows, or nothing. */
@Injectable()
export class PeopleImport {
  constructor(
    private readonly em: EntityManager,
    private readonly people: PersonRepository,
    private readonly assertions: AssertionRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * A bad row is refused with its reasons and leaves what was known before; a bad file changes nothing at all, and is
   * remembered with its faults, so that it is not read again until it, or the rules, change.
   */
  async import(institution: Institution, file: FeedFile, options: ImportOptions = {}): Promise<ImportOutcome> {
    let fileHash: string | undefined;
    try {
      const hash = (fileHash = await file.hash());
      return await this.em.transactional(async () => {
        await this.assertions.lock(feedKeyOf(institution));
        const latest = await this.latest(institution, hash);
        const isAskedAgain = options.again === true || (latest?.wasTaken === false && options.allowManyAbsent === true);
        if (latest === null || isAskedAgain) return await this.take(institution, file, hash, options);
        if (latest.wasTaken) return { kind: 'already-imported', at: latest.importedAt };
        return { kind: 'refused', faults: latest.faults };
      });
    } catch (error) {
      if (!(error instanceof FeedFileError)) throw error;
      if (fileHash !== undefined) await this.recordRefusal(institution, file, fileHash, error.faults);
      return { kind: 'refused', faults: error.faults };
    }
  }

  /** What became of this very file by these very rules, if that was the last import. */
  private async latest(institution: Institution, fileHash: string): Promise<FeedImport | null> {
    const latest = await this.assertions.latestImport(institution.id, feedKeyOf(institution).feed);
    return latest?.fileHash === fileHash && latest.rulesHash === rulesHash(institution.feed) ? latest : null;
  }

  private async take(
    institution: Institution,
    file: FeedFile,
    fileHash: string,
    options: ImportOptions,
  ): Promise<ImportOutcome> {
    const at = this.clock.now();
    const key = feedKeyOf(institution);
    const reading = new FeedReading(institution.feed, options.onRow);
    for await (const batch of reading.batches(file.lines())) {
      await this.people.keepStated(institution.id, key.space, batch.people, at);
      reading.count(batch, await this.assertions.keep(key, batch.assertions, at));
    }
    const absent = reading.knowsEveryRow ? await this.markAbsent(institution, key, reading.listed, options) : 0;
    await this.assertions.refreshStatistics();
    const counts = { ...reading.counts, absent };
    const report = this.record(institution, file, { fileHash, counts, refused: reading.refused, faults: [] });
    return { kind: 'imported', report, absencesCounted: reading.knowsEveryRow };
  }

  private async markAbsent(
    institution: Institution,
    key: FeedKey,
    listed: readonly RowKey[],
    { allowManyAbsent = false }: ImportOptions,
  ): Promise<number> {
    const known = await this.assertions.countPresent(key);
    const day = this.clock.today(institution.timeZone).toString();
    const absent = await this.assertions.markAbsent(key, listed, day, this.clock.now());
    if (!allowManyAbsent && known > FEW && absent > known * MANY_ABSENT) {
      throw new FeedFileError([
        `The file leaves out ${absent} of ${known} known jobs, which looks like half an export. If it is right, import it with --allow-many-absent.`,
      ]);
    }
    return absent;
  }

  private async recordRefusal(
    institution: Institution,
    file: FeedFile,
    fileHash: string,
    faults: readonly string[],
  ): Promise<void> {
    await this.em.transactional(async () => {
      const known = await this.latest(institution, fileHash);
      if (known === null)
        this.record(institution, file, { fileHash, counts: NO_COUNTS, refused: [], faults: [...faults] });
    });
  }

  private record(institution: Institution, file: FeedFile, report: Report): FeedImport {
    const { id: institutionId, feed: rules } = institution;
    const { feed } = feedKeyOf(institution);
    const importedAt = this.clock.now();
    const given = { ...report, institutionId, feed, fileName: file.name, rulesHash: rulesHash(rules), importedAt };
    const row = new FeedImport(given);
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
