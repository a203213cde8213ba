import { type Affiliation, isWrittenBy, type PutCode, type Seen, selfIdsOf } from '@ligature/orcid-model';

/** Our own items as they were just seen on a record. */
export class SeenItems {
  private readonly putCodesOf = new Map<string, PutCode[]>();
  private readonly all = new Set<PutCode>();

  constructor(seen: readonly Seen<Affiliation>[], clientId: string) {
    for (const { putCode, source, content } of seen) {
      if (!isWrittenBy(source, clientId)) continue;
      this.all.add(putCode);
      for (const id of selfIdsOf(content)) this.putCodesOf.set(id, [...(this.putCodesOf.get(id) ?? []), putCode]);
    }
  }

  /** The put-codes under which an item stands there, oldest first; more than one after a lost answer and a second try. */
  of(itemId: string): PutCode[] {
    return (this.putCodesOf.get(itemId) ?? []).toSorted((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1));
  }

  has(putCode: PutCode): boolean {
    return this.all.has(putCode);
  }
}
