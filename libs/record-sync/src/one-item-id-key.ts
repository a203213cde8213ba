import { createHmac } from 'node:crypto';
import { KeyChecks } from '@ligature/persistence';
import { ConfigurationError } from '@ligature/runtime';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { RecordSyncConfig } from './record-sync.config.ts';

/** Lets no process start with another `ITEM_ID_KEY` than before: what was written would not be found again by its identifier. */
@Injectable()
export class OneItemIdKey implements OnApplicationBootstrap {
  constructor(
    private readonly checks: KeyChecks,
    private readonly config: RecordSyncConfig,
  ) {}

  /** @throws ConfigurationError */
  async onApplicationBootstrap(): Promise<void> {
    const { itemIdKey, lostItemIdKey } = this.config;
    const held = await this.checks.hold('ITEM_ID_KEY', nameOf(itemIdKey), lostItemIdKey);
    if (held === nameOf(itemIdKey)) return;
    throw new ConfigurationError([
      `ITEM_ID_KEY is another than this database is used with (that one is called ${held}). Put that one back: by another, items are not ` +
        `found again on records after a loss of data, and written a second time. Only if it is lost for good, set LOST_ITEM_ID_KEY=${held}.`,
    ]);
  }
}

/** How a key is called where it must not be shown. */
function nameOf(key: Uint8Array): string {
  return createHmac('sha256', key).update('name of ITEM_ID_KEY').digest('hex').slice(0, 16);
}
