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

  /** @param taken by other items of the record: of a job that HR gave another id, whose old id now names another job */
  of(institution: Institution, item: Pick<WantedItem, 'origin'>, taken: ReadonlySet<string> = new Set()): string {
    let selfId = this.derive(institution, item, []);
    for (let again = 1; taken.has(selfId); again++) selfId = this.derive(institution, item, [again]);
    return selfId;
  }

  private derive(
    { slug }: Institution,
    { origin: { feed, personKey, rowKey } }: Pick<WantedItem, 'origin'>,
    more: readonly number[],
  ): string {
    const from = JSON.stringify([slug, feed, personKey, rowKey, ...more]);
    const hash = createHmac('sha256', this.config.itemIdKey).update(from);
    return asUuid(hash.digest().subarray(0, 16));
  }
}

function asUuid(bytes: Buffer): string {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | VERSION_8;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | VARIANT;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
