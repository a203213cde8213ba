import { hash } from 'node:crypto';
import type { RowKey } from '@ligature/persistence';
import { keyOf } from './row-key.ts';

/** A row that a file lists, and in which lines. */
interface ListedRow extends RowKey {
  readonly line: number;
  /** What its first line says. */
  readonly digest: string;
  /** A line that says something else of it: then nobody knows which is right. */
  disputedBy?: number;
}

/** Another line about the same row. */
export interface OtherLine {
  readonly line: number;
  readonly agrees: boolean;
}

/** All rows that a file lists, and which of them more than once: what counts must not depend on the order of lines. */
export class ListedRows {
  private readonly rows = new Map<string, ListedRow>();

  get keys(): RowKey[] {
    return Array.from(this.rows.values(), ({ personKey, rowKey }) => ({ personKey, rowKey }));
  }

  has(key: RowKey): boolean {
    return this.rows.has(keyOf(key));
  }

  /** @param said whatever the line says */
  add(key: RowKey, line: number, said: unknown): void {
    const digest = hash('sha256', JSON.stringify(said), 'base64');
    const known = this.rows.get(keyOf(key));
    if (known === undefined) this.rows.set(keyOf(key), { ...key, line, digest });
    else if (known.digest !== digest) known.disputedBy ??= line;
  }

  /** What another line says of the same row; undefined for a line that is alone, or the first of several that agree. */
  otherThan(key: RowKey, line: number): OtherLine | undefined {
    const row = this.rows.get(keyOf(key));
    if (row === undefined) return undefined;
    if (row.disputedBy !== undefined) return { line: line === row.line ? row.disputedBy : row.line, agrees: false };
    return line === row.line ? undefined : { line: row.line, agrees: true };
  }
}
