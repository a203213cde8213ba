import { defineEntity, p } from '@mikro-orm/postgresql';
import { v7 as newId } from 'uuid';
import { Institution } from './institution.entity.ts';

/** How many rows of an export became what. */
export interface ImportCounts {
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
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
    fileName: p.text(),
    /** SHA-256 of the file's bytes, hex: an export that was imported last is not imported again. */
    fileHash: p.text(),
    importedAt: p.datetime(),
    counts: p.json<ImportCounts>(),
    refused: p.json<readonly RefusedRow[]>(),
  },
  indexes: [{ properties: ['institutionId', 'importedAt'] }],
});

/** The report of one import of an HR export. */
export class FeedImport extends FeedImportSchema.class {
  constructor(given: {
    institutionId: string;
    fileName: string;
    fileHash: string;
    importedAt: Date;
    counts: ImportCounts;
    refused: readonly RefusedRow[];
  }) {
    super();
    Object.assign(this, { id: newId() }, given);
  }
}

FeedImportSchema.setClass(FeedImport);
