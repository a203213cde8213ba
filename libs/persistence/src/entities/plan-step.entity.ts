import { defineEntity, p } from '@mikro-orm/postgresql';
import { Institution } from './institution.entity.ts';
import { Plan } from './plan.entity.ts';
import { RecordItem } from './record-item.entity.ts';
import { WRITE_ACTIONS } from './write-intent.entity.ts';

/**
 * What a step takes away: the whole item, a field of it, its end, its presence until a later start, what it is about; or the
 * end it gives, because a feed stopped listing it, or one that lies long ago.
 */
export const STEP_RISKS = [
  'removed',
  'erased',
  'reopened',
  'starts-later',
  'another-job',
  'ended-by-absence',
  'ended-long-ago',
] as const;

export type StepRisk = (typeof STEP_RISKS)[number];

export const PlanStepSchema = defineEntity({
  name: 'PlanStep',
  tableName: 'plan_step',
  properties: {
    planId: () => p.manyToOne(Plan).mapToPk().joinColumn('plan_id').primary().deleteRule('cascade'),
    itemId: () => p.manyToOne(RecordItem).mapToPk().joinColumn('item_id').primary(),
    institutionId: () => p.manyToOne(Institution).mapToPk().joinColumn('institution_id'),
    action: p.enum(WRITE_ACTIONS),
    risk: p.enum(STEP_RISKS),
    /** What the item should hold afterwards; null for a removal. */
    contentHash: p.text().nullable(),
    /** When it was let through, by policy or by a person; null while it is held. */
    admittedAt: p.datetime().nullable(),
    /** When ORCID did it: after that it permits nothing more. */
    doneAt: p.datetime().nullable(),
  },
  indexes: [{ properties: ['itemId'] }, { properties: ['institutionId', 'admittedAt'] }],
});

/** One step of a plan. Rows of many are written by set-based SQL (`PlanRepository`). */
export class PlanStep extends PlanStepSchema.class {}

PlanStepSchema.setClass(PlanStep);
