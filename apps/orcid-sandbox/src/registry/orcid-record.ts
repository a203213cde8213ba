import { type SectionName } from '../model/sections.ts';
import { type Visibility } from '../model/vocabulary.ts';
import { type Item } from './item.ts';
import { type Replica } from './replica.ts';

export interface EmailAddress {
  readonly address: string;
  readonly primary: boolean;
  readonly verified: boolean;
  readonly visibility: Visibility;
}

export type RecordState =
  | { readonly kind: 'active' }
  | { readonly kind: 'locked' }
  | { readonly kind: 'deactivated'; readonly at: number }
  | { readonly kind: 'merged'; readonly into: string }
  | { readonly kind: 'unclaimed'; readonly createdBy?: string };

/** Who the person is: settings, registration and the admin API decide it, the API never writes it. */
export interface Profile {
  readonly key?: string;
  readonly note?: string;
  readonly password: string;
  readonly emails: readonly EmailAddress[];
  readonly givenNames: string;
  readonly familyName?: string;
  readonly creditName?: string;
  readonly nameVisibility: Visibility;
  readonly defaultVisibility: Visibility;
  readonly biography?: { readonly content: string; readonly visibility: Visibility };
  readonly locale: string;
  readonly notifications: boolean;
  readonly twoFactor: boolean;
  /** The page "Add this affiliation" was shown, which happens once. */
  readonly affiliationOffered?: true;
  readonly state: RecordState;
}

export interface RecordSnapshot {
  readonly orcid: string;
  readonly profile: Profile;
  readonly created: number;
  readonly modified: number;
  /** Counts the changes, because two of them may share a millisecond. */
  readonly revision: number;
  readonly items: readonly Item[];
}

/** One person's record: profile and items. */
export class OrcidRecord {
  readonly orcid: string;
  readonly created: number;
  #profile: Profile;
  #modified: number;
  #revision: number;
  #items: Item[];
  #replica: Replica | undefined;

  constructor(snapshot: RecordSnapshot) {
    this.orcid = snapshot.orcid;
    this.created = snapshot.created;
    this.#profile = snapshot.profile;
    this.#modified = snapshot.modified;
    this.#revision = snapshot.revision;
    this.#items = [...snapshot.items];
  }

  get profile(): Profile {
    return this.#profile;
  }

  get modified(): number {
    return this.#modified;
  }

  get revision(): number {
    return this.#revision;
  }

  get items(): readonly Item[] {
    return this.#items;
  }

  itemsIn(section: SectionName): readonly Item[] {
    return this.#items.filter((item) => item.section === section);
  }

  item(putCode: number): Item | undefined {
    return this.#items.find((item) => item.putCode === putCode);
  }

  /** From now on, every change is noted there first. */
  replicateTo(replica: Replica): void {
    this.#replica = replica;
  }

  redefine(profile: Profile, now: number): void {
    this.#touch(now);
    this.#profile = profile;
  }

  put(item: Item): void {
    this.#touch(item.modified);
    const index = this.#items.findIndex((known) => known.putCode === item.putCode);
    if (index === -1) this.#items.push(item);
    else this.#items[index] = item;
  }

  remove(putCode: number, now: number): void {
    this.#touch(now);
    this.#items = this.#items.filter((item) => item.putCode !== putCode);
  }

  snapshot(): RecordSnapshot {
    const { orcid, created, profile, modified, revision, items } = this;
    return { orcid, profile, created, modified, revision, items };
  }

  /** Before each change. */
  #touch(now: number): void {
    this.#replica?.keep(this, now);
    this.#modified = now;
    this.#revision += 1;
  }
}
