import { createHmac } from 'node:crypto';
import type { Institution } from '@ligature/persistence';
import { Injectable } from '@nestjs/common';
import type { WantedItem } from '@ligature/assertions';
import { RecordSyncConfig } from './record-sync.config.ts';

/** Marks a UUID as made by our own rule (RFC 9562, 5.8). */
const VERSION_8 = 0x80;
const VARIANT = 0x80;

/**
 * Our own `self` identifiers. They are public on people's records, so they say nothing of anybody: a keyed hash of where
 * an assertion comes from. An empty database makes the same ones again, and so finds what an earlier one wrote.
 */
@Injectable()
export class SelfIds {
  constructor(private readonly config: RecordSyncConfig) {}

  of({ slug }: Institution, { origin: { feed, personKey, rowKey } }: Pick<WantedItem, 'origin'>): string {
    const hash = createHmac('sha256', this.config.itemIdKey).update(JSON.stringify([slug, feed, personKey, rowKey]));
    return asUuid(hash.digest().subarray(0, 16));
  }
}

function asUuid(bytes: Buffer): string {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | VERSION_8;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | VARIANT;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
