import type { HeldPlan, Institution } from '@ligature/persistence';
import { RecordPlans } from '@ligature/record-sync';
import { counted } from '@ligature/runtime';
import { Injectable } from '@nestjs/common';
import { ChosenInstitution } from './chosen-institution.ts';
import { CommandError } from './command.error.ts';

export interface HeldPlansOptions {
  readonly institution?: string;
}

export interface DecisionOptions extends HeldPlansOptions {
  /** Who decides; kept in the audit trail. */
  readonly by: string;
}

/** What each risk is to a person who must decide: of one, and of many. */
const RISKS: Readonly<Record<string, readonly [string, string]>> = {
  removed: ['item removed', 'items removed'],
  erased: ['fact erased', 'facts erased'],
  reopened: ['end date taken back', 'end dates taken back'],
  'starts-later': [
    'item removed because it now begins in the future',
    'items removed because they now begin in the future',
  ],
  'ended-by-absence': [
    'item ended because the feed no longer lists it',
    'items ended because the feed no longer lists them',
  ],
  'ended-long-ago': ['item ended on a day long ago', 'items ended on a day long ago'],
};

/** What waits because it would take much away from records: shown, released, or rejected. */
@Injectable()
export class HeldPlansCommand {
  constructor(
    private readonly chosen: ChosenInstitution,
    private readonly plans: RecordPlans,
  ) {}

  async show({ institution: slug }: HeldPlansOptions): Promise<string> {
    const lines = await this.lines(await this.chosen.some(slug));
    return lines.length === 0 ? 'Nothing is held.' : lines.join('\n');
  }

  async release({ institution: slug, by }: DecisionOptions): Promise<string> {
    const institution = await this.chosen.one(slug);
    const records = await this.plans.release(institution.id, by);
    if (records === null)
      throw new CommandError(`Nothing is held for ${institution.name}. "plans" shows what is held.`);
    return `Released. Brought up to date from now on: ${counted(records, 'record')}.`;
  }

  async reject({ institution: slug, by }: DecisionOptions): Promise<string> {
    const institution = await this.chosen.one(slug);
    const records = await this.plans.reject(institution.id, by);
    if (records === null)
      throw new CommandError(`Nothing is held for ${institution.name}. "plans" shows what is held.`);
    return `Rejected. Left unchanged until the feed says something else: ${counted(records, 'record')}.`;
  }

  /** Held plans of these institutions, for whoever runs any command. */
  async lines(institutions: readonly Institution[]): Promise<string[]> {
    const lines: string[] = [];
    for (const { id, name, slug } of institutions) {
      const held = await this.plans.held(id);
      if (held !== null) lines.push(describe(name, slug, held));
    }
    return lines;
  }
}

function describe(name: string, slug: string, { steps, people, limit, createdAt, risks }: HeldPlan): string {
  const what = Object.entries(risks).map(([risk, count]) =>
    counted(count, ...(RISKS[risk] ?? ([risk, risk] as const))),
  );
  return [
    `HELD since ${createdAt.toISOString()}: ${name}: ${counted(steps, 'change')} of ${counted(people, 'person', 'people')} (at most ${limit} a day without a person):`,
    ...what.map((line) => `  - ${line}`),
    `  See that the feed is right. Then: release-plan --institution ${slug} --by <your name>, or reject-plan.`,
  ].join('\n');
}
