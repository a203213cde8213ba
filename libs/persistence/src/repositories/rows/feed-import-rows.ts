import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { FeedImport } from '../../entities/feed-import.entity.ts';
import { selectRows } from './select-rows.ts';

const SHOWN = ['id', 'feed', 'fileName', 'importedAt', 'counts', 'refused', 'faults'] as const;

/** The report of an import, as it is shown. */
export type FeedImportRow = Pick<FeedImport, (typeof SHOWN)[number]>;

/** Reports of imports. */
@Injectable()
export class FeedImportRows {
  constructor(private readonly em: EntityManager) {}

  /** The newest, also one that was refused as a whole. */
  async newest(institutionId: string): Promise<FeedImportRow | undefined> {
    const [row] = await selectRows(this.em, FeedImport, {
      columns: SHOWN,
      where: { institutionId },
      orderBy: { importedAt: 'desc', id: 'desc' },
      limit: 1,
    });
    return row;
  }
}
