import { defineEntity, p } from '@mikro-orm/postgresql';
import { v7 as newId } from 'uuid';
import { Institution } from './institution.entity.ts';

/** Where a person's permission stands. `none`: never asked or never answered. */
export const CONSENTS = ['none', 'active', 'denied', 'revoked', 'disconnected'] as const;

export type Consent = (typeof CONSENTS)[number];

/** What the institution's identity provider said of the person at the last sign-in. */
export interface PersonFacts {
  readonly displayName: string;
  readonly givenName?: string | undefined;
  readonly familyName?: string | undefined;
  readonly mail?: string | undefined;
  readonly staffId?: string | undefined;
  /** ORCID iD that the institution has on file: a hint for administrators, never a connection. */
  readonly orcidHint?: string | undefined;
}

export const PersonSchema = defineEntity({
  name: 'Person',
  tableName: 'person',
  properties: {
    id: p.uuid().primary(),
    institutionId: () => p.manyToOne(Institution).mapToPk().joinColumn('institution_id'),
    /** As HR writes it, leading zeros kept; links the person to the HR export. */
    staffId: p.text().nullable(),
    displayName: p.text(),
    givenName: p.text().nullable(),
    familyName: p.text().nullable(),
    mail: p.text().nullable(),
    orcidHint: p.text().nullable(),
    consent: p.enum(CONSENTS),
    createdAt: p.datetime(),
    signedInAt: p.datetime(),
  },
  uniques: [{ properties: ['institutionId', 'staffId'] }],
  indexes: [{ properties: ['institutionId', 'consent', 'id'] }],
});

/** A person of the institution who has signed in at least once. */
export class Person extends PersonSchema.class {
  constructor(given: PersonFacts & { institutionId: string; at: Date }) {
    super();
    const { institutionId, at, ...facts } = given;
    Object.assign(this, { id: newId(), institutionId, consent: 'none', createdAt: at });
    this.signIn(facts, at);
  }

  markConsent(consent: Consent): void {
    this.consent = consent;
  }

  signIn(facts: PersonFacts, at: Date): void {
    this.displayName = facts.displayName;
    this.givenName = facts.givenName ?? null;
    this.familyName = facts.familyName ?? null;
    this.mail = facts.mail ?? null;
    this.orcidHint = facts.orcidHint ?? null;
    this.staffId = facts.staffId ?? this.staffId ?? null;
    this.signedInAt = at;
  }
}

PersonSchema.setClass(Person);
