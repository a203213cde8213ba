import { defineEntity, type Opt, p } from '@mikro-orm/postgresql';
import { v7 as newId } from 'uuid';
import { Institution } from './institution.entity.ts';
import { Person } from './person.entity.ts';

/**
 * Why a person must decide. `staff-id-changed`: a sign-in states another number than the one known;
 * `staff-id-held-by-another`: the number it states is another person's; `staff-id-undeclared`: a number that fits somebody,
 * from a provider that is not declared to speak for that number space. `id-held-by-another`: somebody wanted to connect the
 * ORCID iD that another person is connected with; `second-id`: somebody who is connected wanted to connect another iD;
 * `id-hint-differs`: the institution has another iD on file than the one the person is connected with.
 */
export const STAFF_ID_CASES = ['staff-id-changed', 'staff-id-held-by-another', 'staff-id-undeclared'] as const;
export const ORCID_ID_CASES = ['id-held-by-another', 'second-id', 'id-hint-differs'] as const;
export const CASE_KINDS = [...STAFF_ID_CASES, ...ORCID_ID_CASES] as const;

export type CaseKind = (typeof CASE_KINDS)[number];

/** `same`: the stated number is this person's, and whoever else has it is the same human; `different`: it is not. */
export const CASE_DECISIONS = ['same', 'different'] as const;

export type CaseDecision = (typeof CASE_DECISIONS)[number];

/** What speaks for either side, in facts that an administrator may see. */
export interface CaseEvidence {
  /** The number space, where a staff id counts. */
  readonly space?: string;
  /** The staff id that a sign-in stated, or the ORCID iD that was to be connected. */
  readonly stated: string;
  /** Entity id of the provider that did; of an iD `ORCID`, or where else it stands. */
  readonly statedBy: string;
  /** Whom it meant: kind of identifier and identifier. */
  readonly statedFor: string;
  /** The staff id or ORCID iD that was known before. */
  readonly known?: string;
  /** Entity ids by which the other person signs in; empty for nobody whom anything but a feed knows. */
  readonly holderSignsInBy?: string;
}

export const PersonCaseSchema = defineEntity({
  name: 'PersonCase',
  tableName: 'person_case',
  properties: {
    id: p.uuid().primary(),
    institutionId: () => p.manyToOne(Institution).mapToPk().joinColumn('institution_id'),
    kind: p.enum(CASE_KINDS),
    personId: () => p.manyToOne(Person).mapToPk().joinColumn('person_id'),
    otherPersonId: () => p.manyToOne(Person).mapToPk().joinColumn('other_person_id').nullable(),
    evidence: p.json<CaseEvidence>(),
    openedAt: p.datetime(),
    decidedAt: p.datetime().nullable(),
    decision: p.text().$type<CaseDecision>().nullable(),
  },
  indexes: [{ properties: ['institutionId', 'decidedAt'] }, { properties: ['personId'] }],
});

/** Something about who is who that no program may decide: it waits for a person, and nothing changes until then. */
export class PersonCase extends PersonCaseSchema.class {
  constructor(given: {
    institutionId: string;
    kind: CaseKind;
    personId: string;
    otherPersonId: string | null;
    evidence: CaseEvidence;
    openedAt: Date;
  }) {
    super();
    this.id = newId();
    this.institutionId = given.institutionId;
    this.kind = given.kind;
    this.personId = given.personId;
    this.otherPersonId = given.otherPersonId;
    this.evidence = given.evidence;
    this.openedAt = given.openedAt;
  }

  get isOpen(): Opt<boolean> {
    return (this.decidedAt ?? null) === null;
  }

  decide(decision: CaseDecision, at: Date): void {
    this.decision = decision;
    this.decidedAt = at;
  }
}

PersonCaseSchema.setClass(PersonCase);
