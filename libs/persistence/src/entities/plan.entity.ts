import { defineEntity, p } from '@mikro-orm/postgresql';
import { v7 as newId } from 'uuid';
import { Institution } from './institution.entity.ts';

export const PLAN_KINDS = ['import', 'record'] as const;

export const PLAN_STATES = ['proposed', 'held', 'approved', 'rejected', 'superseded', 'done'] as const;

export const PlanSchema = defineEntity({
  name: 'Plan',
  tableName: 'plan',
  properties: {
    id: p.uuid().primary(),
    institutionId: () => p.manyToOne(Institution).mapToPk().joinColumn('institution_id'),
    kind: p.enum(PLAN_KINDS),
    state: p.enum(PLAN_STATES),
    /** How many such steps were allowed within a day when it was made. */
    limit: p.integer(),
    createdAt: p.datetime(),
    decidedAt: p.datetime().nullable(),
    /** Who released or rejected it; null when policy did, or nobody yet. */
    decidedBy: p.text().nullable(),
  },
  indexes: [{ properties: ['institutionId', 'state'] }],
});

/** Steps that take something away from people's records, kept before anything happens. */
export class Plan extends PlanSchema.class {
  constructor(given: { institutionId: string; state: 'held' | 'approved'; limit: number; createdAt: Date }) {
    super();
    this.id = newId();
    this.kind = 'record';
    this.institutionId = given.institutionId;
    this.state = given.state;
    this.limit = given.limit;
    this.createdAt = given.createdAt;
  }

  decide(state: 'approved' | 'rejected' | 'superseded', by: string | null, at: Date): void {
    this.state = state;
    this.decidedBy = by;
    this.decidedAt = at;
  }
}

PlanSchema.setClass(Plan);
