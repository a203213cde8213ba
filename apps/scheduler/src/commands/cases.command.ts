import { PersonCases } from '@ligature/people';
import type { CaseKind, PersonCase } from '@ligature/persistence';
import { Injectable } from '@nestjs/common';
import { ChosenInstitution } from './chosen-institution.ts';

export interface CasesOptions {
  readonly institution?: string;
}

const SHOWN = 100;

/** What happened, for whoever must find out who is who. */
const KINDS: Readonly<Record<CaseKind, string>> = {
  'staff-id-changed': 'a sign-in states another staff id than the one that is known; the known one was kept',
  'staff-id-held-by-another': 'a sign-in states the staff id of another person; they stay two people',
  'staff-id-undeclared':
    'a sign-in states a staff id that fits another person, from a provider without staffIdSpace; they stay two people',
};

/** Shows what no program may decide about who is who. */
@Injectable()
export class CasesCommand {
  constructor(
    private readonly chosen: ChosenInstitution,
    private readonly cases: PersonCases,
  ) {}

  async run({ institution: slug }: CasesOptions): Promise<string> {
    const lines: string[] = [];
    for (const { id, name } of await this.chosen.some(slug)) {
      const open = await this.cases.listOpen(id, SHOWN);
      if (open.length > 0) lines.push(`${name}:`, ...open.flatMap(describe));
      if (open.length === SHOWN) lines.push(`  (the oldest ${SHOWN} are shown)`);
    }
    return lines.length === 0 ? 'No case is open.' : lines.join('\n');
  }
}

function describe({ kind, openedAt, personId, otherPersonId, evidence }: PersonCase): string[] {
  const people = otherPersonId == null ? `person ${personId}` : `persons ${personId} and ${otherPersonId}`;
  return [
    `  - ${openedAt.toISOString()}: ${KINDS[kind]} (${people})`,
    ...Object.entries(evidence).map(([fact, value]) => `      ${fact}: ${value === '' ? 'nobody' : value}`),
  ];
}
