import { defineEntity, type Opt, p } from '@mikro-orm/postgresql';
import { v7 as newId } from 'uuid';
import { Institution } from './institution.entity.ts';

/** How many rows of an export became what. */
export interface ImportCounts {
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  /** No longer listed, or taken back. */
  readonly absent: number;
}

/** One row that was not taken, by its line in the file, and why, in words for the person who keeps the file. */
export interface RefusedRow {
  readonly line: number;
  readonly staffId: string | null;
  readonly reasons: readonly string[];
}

export const FeedImportSchema = defineEntity({
  name: 'FeedImport',
  tableName: 'feed_import',
  properties: {
    id: p.uuid().primary(),
    institutionId: () => p.manyToOne(Institution).mapToPk().joinColumn('institution_id'),
    feed: p.text(),
    fileName: p.text(),
    /** SHA-256 of the file's bytes, hex: an export that was imported last is not imported again. */
    fileHash: p.text(),
    /** SHA-256 of the rules it was read by: the same file means something else by other rules. Null in old rows. */
    rulesHash: p.text().nullable(),
    importedAt: p.datetime(),
    counts: p.json<ImportCounts>(),
    refused: p.json<readonly RefusedRow[]>(),
    /** Why nothing of the file was taken; empty when it was. */
    faults: p.array(),
  },
  indexes: [{ properties: ['institutionId', 'importedAt'] }],
});

/** The report of one import of a file, also of one that was refused. */
export class FeedImport extends FeedImportSchema.class {
  constructor(given: {
    institutionId: string;
    feed: string;
    fileName: string;
    fileHash: string;
    rulesHash: string;
    importedAt: Date;
    counts: ImportCounts;
    refused: readonly RefusedRow[];
    faults: readonly string[];
  }) {
    super();
    this.id = newId();
    this.institutionId = given.institutionId;
    this.feed = given.feed;
    this.fileName = given.fileName;
    this.fileHash = given.fileHash;
    this.rulesHash = given.rulesHash;
    this.importedAt = given.importedAt;
    this.counts = given.counts;
    this.refused = given.refused;
    this.faults = [...given.faults];
  }

  get wasTaken(): Opt<boolean> {
    return this.faults.length === 0;
  }
}

FeedImportSchema.setClass(FeedImport);
