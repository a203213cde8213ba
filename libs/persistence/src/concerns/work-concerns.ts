import { Injectable } from '@nestjs/common';
import { FailedJobs } from '../jobs/failed-jobs.ts';
import { RateSlots } from '../rate-slots.ts';
import { CodeExchangeRepository } from '../repositories/code-exchange.repository.ts';
import { PlanRepository } from '../repositories/plan.repository.ts';

/** Work that does not go on by itself. */
@Injectable()
export class WorkConcerns {
  constructor(
    private readonly slots: RateSlots,
    private readonly failed: FailedJobs,
    private readonly plans: PlanRepository,
    private readonly exchanges: CodeExchangeRepository,
  ) {}

  async list(): Promise<string[]> {
    const resting = await this.slots.restingUntil();
    const failed = await this.failed.count();
    const held = await this.plans.countInstitutionsWithHeld();
    const lost = await this.exchanges.countLost();
    return [
      ...(resting === null ? [] : [`requests to ORCID rest until ${resting.toISOString()}, for it asked for that`]),
      ...(failed > 0 ? [`jobs that are not tried any more: ${failed} (scheduler: failed-jobs)`] : []),
      ...(held > 0 ? [`institutions with changes to records that wait for a decision: ${held}`] : []),
      ...(lost > 0 ? [`people whose answer from ORCID was lost: ${lost} (scheduler: cases)`] : []),
    ];
  }
}
