import type { ModelSectionName } from './sections.ts';

export type Json = Readonly<Record<string, unknown>>;

/** An item that stands on a record. */
export interface StandingItem {
  readonly section: ModelSectionName;
  readonly putCode: string;
  /** Client that wrote it; undefined for one that the owner entered. */
  readonly client: string | undefined;
  readonly json: Json;
}

/** Why an item that once stood is gone. */
export type End = 'owner' | 'client';

export type Written =
  | { readonly kind: 'done'; readonly putCode: string }
  | { readonly kind: 'duplicate'; readonly putCode: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'not-source' };

/** One record at ORCID: what stands on it, and how what is gone went (orcid-api 7.2, 8). */
export class SimulatedRecord {
  state: 'open' | 'locked' | 'deactivated' = 'open';
  /** How often something was written by a client. */
  writes = 0;
  private items: readonly StandingItem[] = [];
  private readonly ended = new Map<string, End>();
  private lag: { readonly items: readonly StandingItem[]; readonly until: number } | undefined;

  /** What stands there, whatever reads show. */
  get standing(): readonly StandingItem[] {
    return this.items;
  }

  /** What a read shows: for a while after a lag began, what stood there then. */
  readAt(now: number): readonly StandingItem[] {
    return this.lag !== undefined && now < this.lag.until ? this.lag.items : this.items;
  }

  /** Reads do not see what is written from now on, until then. */
  lagUntil(until: number): void {
    this.lag = { items: this.items, until };
  }

  endOf(putCode: string): End | undefined {
    return this.ended.get(putCode);
  }

  create(section: ModelSectionName, client: string | undefined, json: Json, putCode: string): Written {
    const same = this.sameAs({ section, client, json, putCode });
    if (same !== undefined) return { kind: 'duplicate', putCode: same.putCode };
    this.items = [...this.items, { section, client, json, putCode }];
    this.writes++;
    return { kind: 'done', putCode };
  }

  replace(section: ModelSectionName, client: string, json: Json, putCode: string): Written {
    const found = this.find(section, putCode);
    if (found === undefined) return { kind: 'absent' };
    if (found.client !== client) return { kind: 'not-source' };
    const changed = { ...found, json };
    const same = this.sameAs(changed);
    if (same !== undefined) return { kind: 'duplicate', putCode: same.putCode };
    this.items = this.items.map((item) => (item === found ? changed : item));
    this.writes++;
    return { kind: 'done', putCode };
  }

  remove(section: ModelSectionName, client: string, putCode: string): Written {
    const found = this.find(section, putCode);
    if (found === undefined) return { kind: 'absent' };
    if (found.client !== client) return { kind: 'not-source' };
    this.take(found, 'client');
    this.writes++;
    return { kind: 'done', putCode };
  }

  removeByOwner(item: StandingItem): void {
    this.take(item, 'owner');
  }

  private take(item: StandingItem, end: End): void {
    this.items = this.items.filter((one) => one !== item);
    this.ended.set(item.putCode, end);
  }

  private find(section: ModelSectionName, putCode: string): StandingItem | undefined {
    return this.items.find((item) => item.section === section && item.putCode === putCode);
  }

  /** The duplicate that ORCID would see: of the same source, another item with an identity in common. */
  private sameAs({ section, client, json, putCode }: StandingItem): StandingItem | undefined {
    const own = identitiesOf(section, json);
    return this.items.find(
      (item) =>
        item.section === section &&
        item.client === client &&
        item.putCode !== putCode &&
        identitiesOf(section, item.json).some((identity) => own.includes(identity)),
    );
  }
}

/** What two items of one source must not have in common. */
function identitiesOf(section: ModelSectionName, json: Json): string[] {
  if (section === 'keyword') return [JSON.stringify(json['content'])];
  if (section === 'researcher-url') return [JSON.stringify(json['url'])];
  const ids = (json['external-ids'] as { 'external-id'?: Json[] } | undefined)?.['external-id'] ?? [];
  return ids
    .filter((id) => id['external-id-relationship'] === 'self')
    .map((id) => JSON.stringify([id['external-id-type'], id['external-id-value']]));
}
