import { defineEntity, p } from '@mikro-orm/postgresql';
import { v7 as newId } from 'uuid';
import { Institution } from './institution.entity.ts';

/** Where a person's permission stands. `none`: never asked or never answered. `deactivated`: gone with their ORCID record. */
export const CONSENTS = ['none', 'active', 'denied', 'revoked', 'disconnected', 'deactivated'] as const;

export type Consent = (typeof CONSENTS)[number];

/** What the institution's identity provider said of the person at the last sign-in. */
export interface PersonFacts {
  readonly displayName: string;
  readonly givenName?: string | undefined;
  readonly familyName?: string | undefined;
  readonly mail?: string | undefined;
  /** ORCID iD that the institution has on file: a hint for administrators, never a connection. */
  readonly orcidHint?: string | undefined;
}

export const PersonSchema = defineEntity({
  name: 'Person',
  tableName: 'person',
  properties: {
    id: p.uuid().primary(),
    institutionId: () => p.manyToOne(Institution).mapToPk().joinColumn('institution_id'),
    /** Null when no source has said a name yet. */
    displayName: p.text().nullable(),
    givenName: p.text().nullable(),
    familyName: p.text().nullable(),
    mail: p.text().nullable(),
    /** The path of units the person belongs to, the widest first. */
    department: p.array(),
    /** What the person is to the institution, in its own words. */
    categories: p.array(),
    orcidHint: p.text().nullable(),
    consent: p.enum(CONSENTS),
    createdAt: p.datetime(),
    /** Null when the person has never signed in. */
    signedInAt: p.datetime().nullable(),
  },
  indexes: [{ properties: ['institutionId', 'consent', 'id'] }],
});

/** Somebody the institution knows, whether or not they ever signed in. */
export class Person extends PersonSchema.class {
  constructor(given: Partial<PersonFacts> & { institutionId: string; at: Date }) {
    super();
    this.id = newId();
    this.institutionId = given.institutionId;
    this.consent = 'none';
    this.createdAt = given.at;
    this.department = [];
    this.categories = [];
    this.displayName = given.displayName ?? null;
    this.givenName = given.givenName ?? null;
    this.familyName = given.familyName ?? null;
    this.mail = given.mail ?? null;
    this.orcidHint = given.orcidHint ?? null;
  }

  markConsent(consent: Consent): void {
    this.consent = consent;
  }

  /** Somebody else who is the same: what is known of them and not of this one, and their permission if it goes on. */
  takeOver(other: Person): void {
    const isFresher = (this.signedInAt ?? 0) < (other.signedInAt ?? 0);
    const [first, second] = isFresher ? [other, this] : [this, other];
    this.displayName = first.displayName ?? second.displayName ?? null;
    this.givenName = first.givenName ?? second.givenName ?? null;
    this.familyName = first.familyName ?? second.familyName ?? null;
    this.mail = first.mail ?? second.mail ?? null;
    this.orcidHint = first.orcidHint ?? second.orcidHint ?? null;
    this.signedInAt = first.signedInAt ?? second.signedInAt ?? null;
    if (this.department.length === 0) this.department = other.department;
    if (this.categories.length === 0) this.categories = other.categories;
    if (other.consent === 'active' || this.consent === 'none') this.consent = other.consent;
  }

  signIn(facts: PersonFacts, at: Date): void {
    this.displayName = facts.displayName;
    this.givenName = facts.givenName ?? null;
    this.familyName = facts.familyName ?? null;
    this.mail = facts.mail ?? null;
    this.orcidHint = facts.orcidHint ?? null;
    this.signedInAt = at;
  }
}

PersonSchema.setClass(Person);
