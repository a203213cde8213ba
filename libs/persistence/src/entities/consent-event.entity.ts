import type { OrcidId, Scope } from '@ligature/orcid-model';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { v7 as newId } from 'uuid';
import { Institution } from './institution.entity.ts';
import { Person } from './person.entity.ts';

export const CONSENT_EVENTS = ['granted', 'denied', 'revoked', 'disconnected', 'deactivated'] as const;

export type ConsentEventKind = (typeof CONSENT_EVENTS)[number];

export const ConsentEventSchema = defineEntity({
  name: 'ConsentEvent',
  tableName: 'consent_event',
  properties: {
    id: p.uuid().primary(),
    institutionId: () => p.manyToOne(Institution).mapToPk().joinColumn('institution_id'),
    personId: () => p.manyToOne(Person).mapToPk().joinColumn('person_id'),
    kind: p.enum(CONSENT_EVENTS),
    orcid: p.text().$type<OrcidId>().nullable(),
    scopes: p.array<Scope>().$type<Scope[]>(),
    /** Which text was shown, and in which language, e.g. `2026-11/de`; null where none was. */
    shownText: p.text().nullable(),
    at: p.datetime(),
  },
  indexes: [{ properties: ['personId', 'at'] }],
});

/** One line of the consent ledger: who permitted or refused what, having read which text. */
export class ConsentEvent extends ConsentEventSchema.class {
  constructor(given: {
    institutionId: string;
    personId: string;
    kind: ConsentEventKind;
    orcid: OrcidId | null;
    scopes: readonly Scope[];
    shownText: string | null;
    at: Date;
  }) {
    super();
    this.id = newId();
    this.institutionId = given.institutionId;
    this.personId = given.personId;
    this.kind = given.kind;
    this.orcid = given.orcid;
    this.scopes = [...given.scopes];
    this.shownText = given.shownText;
    this.at = given.at;
  }
}

ConsentEventSchema.setClass(ConsentEvent);
