import { AppointmentRepository, AuditTrail, FeedImport, type Institution, type JobKey } from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { FeedFileError } from './feed-file.error.ts';
import type { FeedFile } from './feed-file.ts';
import { FeedReading } from './feed-reading.ts';
import type { ImportOptions, ImportOutcome } from './import-outcome.ts';

/** More than this part of the known jobs missing from an export looks like half an export. */
const MANY_ABSENT = 0.2;
const FEW = 20;

/** Takes an institution's HR export as the new wanted state: all of its good rows, or nothing. */
@Injectable()
export class PeopleImport {
  constructor(
    private readonly em: EntityManager,
    private readonly appointments: AppointmentRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** A bad row is refused with its reasons and leaves what was known before; a bad file changes nothing at all. */
  async import(institution: Institution, file: FeedFile, options: ImportOptions = {}): Promise<ImportOutcome> {
    try {
      const fileHash = await file.hash();
      return await this.em.transactional(async () => {
        await this.appointments.lock(institution.id);
        const latest = await this.appointments.latestImport(institution.id);
        if (latest?.fileHash === fileHash) return { kind: 'already-imported', at: latest.importedAt };
        return await this.take(institution, file, fileHash, options);
      });
    } catch (error) {
      if (error instanceof FeedFileError) return { kind: 'refused', faults: error.faults };
      throw error;
    }
  }

  private async take(
    institution: Institution,
    file: FeedFile,
    fileHash: string,
    options: ImportOptions,
  ): Promise<ImportOutcome> {
    const importedAt = this.clock.now();
    const reading = new FeedReading(institution.feed, options.onRow);
    for await (const batch of reading.batches(file.lines())) {
      reading.count(batch, await this.appointments.upsert(institution.id, batch.stated, importedAt));
    }
    const absent = reading.knowsEveryRow ? await this.markAbsent(institution, reading.listed, importedAt, options) : 0;
    const counts = { ...reading.counts, absent };
    const report = new FeedImport({
      institutionId: institution.id,
      fileName: file.name,
      fileHash,
      importedAt,
      counts,
      refused: reading.refused,
    });
    this.record(report);
    return { kind: 'imported', report, absencesCounted: reading.knowsEveryRow };
  }

  private async markAbsent(
    institution: Institution,
    listed: readonly JobKey[],
    at: Date,
    { allowManyAbsent = false }: ImportOptions,
  ): Promise<number> {
    const known = await this.appointments.countPresent(institution.id);
    const day = this.clock.today(institution.timeZone).toString();
    const absent = await this.appointments.markAbsent(institution.id, listed, day, at);
    if (!allowManyAbsent && known > FEW && absent > known * MANY_ABSENT) {
      throw new FeedFileError([
        `The file leaves out ${absent} of ${known} known jobs, which looks like half an export. If it is right, import it with --allow-many-absent.`,
      ]);
    }
    return absent;
  }

  private record(report: FeedImport): void {
    this.appointments.recordImport(report);
    this.audit.append({
      institutionId: report.institutionId,
      actor: 'operator',
      actorId: null,
      action: 'feed.imported',
      subjectId: report.id,
      detail: { ...report.counts },
    });
  }
}
