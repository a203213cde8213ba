import { writeFile } from 'node:fs/promises';
import type { HeldPlan, Institution, ShownStep } from '@ligature/persistence';
import { RecordPlans, RecordSweep } from '@ligature/record-sync';
import { counted } from '@ligature/runtime';
import { Injectable } from '@nestjs/common';
import { ChosenInstitution } from './chosen-institution.ts';
import { csvLine } from './csv-line.ts';
import { CommandError } from './command.error.ts';

export interface HeldPlansOptions {
  readonly institution?: string;
}

export interface ShowOptions extends HeldPlansOptions {
  /** File that gets one line per change: whose record, which item, what and why. */
  readonly report?: string;
}

export interface DecisionOptions extends HeldPlansOptions {
  /** Which plan, as "plans" named it. */
  readonly plan: string;
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
  'another-job': [
    'item changed in two of place, role and start at once',
    'items changed in two of place, role and start at once',
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
    private readonly sweep: RecordSweep,
  ) {}

  async show({ institution: slug, report }: ShowOptions): Promise<string> {
    const institutions = await this.chosen.some(slug);
    const lines = await this.lines(institutions);
    if (report !== undefined) lines.push(await this.report(institutions, report));
    return lines.length === 0 ? 'Nothing is held.' : lines.join('\n');
  }

  async release(options: DecisionOptions): Promise<string> {
    const records = await this.decide('release', options);
    return `Released. Brought up to date from now on: ${counted(records, 'record')}.`;
  }

  async reject(options: DecisionOptions): Promise<string> {
    const records = await this.decide('reject', options);
    return `Rejected. Left unchanged until the feed says something else: ${counted(records, 'record')}.`;
  }

  /** What is held is worked out anew first: the feed may be right again, or propose more. */
  private async decide(what: 'release' | 'reject', { institution: slug, plan, by }: DecisionOptions): Promise<number> {
    const institution = await this.chosen.one(slug);
    await this.sweep.syncDue(institution);
    const decided = await this.plans[what](institution.id, { by, seen: plan });
    switch (decided.kind) {
      case 'decided':
        return decided.records;
      case 'nothing-held':
        throw new CommandError(`Nothing is held for ${institution.name}. "plans" shows what is held.`);
      case 'changed':
        throw new CommandError(
          `Nothing was decided: not plan ${plan} is held for ${institution.name}, but this.\n${describe(institution.name, institution.slug, decided.held)}`,
        );
    }
  }

  private async report(institutions: readonly Institution[], file: string): Promise<string> {
    const steps: ShownStep[] = [];
    for (const { id } of institutions) steps.push(...(await this.plans.steps(id)));
    await writeFile(file, [HEADINGS, ...steps.map(cellsOf)].map(csvLine).join(''));
    return `${counted(steps.length, 'change')} written to ${file}.`;
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

const HEADINGS = ['name', 'mail', 'iD', 'section', 'item', 'put-code', 'change', 'why held'];

function cellsOf({ name, mail, orcid, section, label, putCode, action, risk }: ShownStep): string[] {
  const [why] = RISKS[risk] ?? [risk];
  return [name, mail, orcid, section, label, putCode ?? '', action, why];
}

function describe(
  name: string,
  slug: string,
  { steps, people, limit, createdAt, risks, fingerprint }: HeldPlan,
): string {
  const what = Object.entries(risks).map(([risk, count]) =>
    counted(count, ...(RISKS[risk] ?? ([risk, risk] as const))),
  );
  return [
    `HELD since ${createdAt.toISOString()}: ${name}: plan ${fingerprint}: ${counted(steps, 'change')} of ${counted(people, 'person', 'people')} (at most ${limit} a day without a person):`,
    ...what.map((line) => `  - ${line}`),
    `  See that the feed is right; "plans --report <file>" lists every change. Then: release-plan ${fingerprint} --institution ${slug} --by <your name>, or reject-plan.`,
  ].join('\n');
}
