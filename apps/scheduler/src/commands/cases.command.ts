import { CodeExchanges } from '@ligature/connections';
import { CaseDecisions, type DecisionOutcome, PersonCases } from '@ligature/people';
import type { CaseDecision, CaseKind, PersonCase } from '@ligature/persistence';
import { Injectable } from '@nestjs/common';
import { ChosenInstitution } from './chosen-institution.ts';
import { CommandError } from './command.error.ts';
import { KnownPeople } from './known-people.ts';

export interface CasesOptions {
  readonly institution?: string;
}

export interface CaseDecisionOptions extends CasesOptions {
  /** Who decides; kept in the audit trail. */
  readonly by: string;
}

const SHOWN = 100;

/** What happened, for whoever must find out who is who. */
const KINDS: Readonly<Record<CaseKind, string>> = {
  'staff-id-changed': 'a sign-in states another staff id than the one that is known; the known one was kept',
  'staff-id-held-by-another': 'a sign-in states the staff id of another person; they stay two people',
  'staff-id-undeclared':
    'a sign-in states a staff id that fits another person, from a provider without staffIdSpace; they stay two people',
  'id-held-by-another':
    'somebody wanted to connect the ORCID iD that another person is connected with; it was refused, and nothing was changed',
  'second-id': 'somebody who is connected wanted to connect another ORCID iD; it was refused, and nothing was changed',
  'id-hint-differs':
    'the institution has another ORCID iD on file than the one this person is connected with; nothing was changed',
};

/** Why a case could not be decided so, and what to do. */
const OBSTACLES: Readonly<Record<Exclude<DecisionOutcome, 'decided'>, string>> = {
  'unknown-case': 'there is none of this number. "cases" lists those that are open.',
  'about-orcid-id':
    'it is about an ORCID iD. Use "merge-people", "move-connection" or "end-connection" (docs/operations.md, Cases), or decide "different" to leave everything as it is.',
  'decided-before': 'somebody has decided it already. "cases" lists those that are open.',
  'number-taken':
    'the staff id belongs to somebody else by now. Decide "different"; the next sign-in opens a new case if need be.',
  'both-connected':
    'both have connected an ORCID iD at some time, so they cannot be joined. Use "merge-people" if they are one person; else decide "different". If the staff id is one of theirs only, find out who states it wrongly, the feed or the identity provider, and have it corrected there.',
};

/** Shows what no program may decide about who is who, and takes decisions. */
@Injectable()
export class CasesCommand {
  constructor(
    private readonly chosen: ChosenInstitution,
    private readonly cases: PersonCases,
    private readonly decisions: CaseDecisions,
    private readonly people: KnownPeople,
    private readonly exchanges: CodeExchanges,
  ) {}

  async run({ institution: slug }: CasesOptions): Promise<string> {
    const lines: string[] = [];
    for (const { id, name, slug: its } of await this.chosen.some(slug)) {
      const open = await this.cases.listOpen(id, SHOWN);
      const ids = open.flatMap(({ personId, otherPersonId }) => [
        personId,
        ...(otherPersonId == null ? [] : [otherPersonId]),
      ]);
      const people = await this.people.describe(id, [...new Set(ids)]);
      const items = await this.people.itemsOf(id, [...new Set(ids)]);
      if (open.length > 0) lines.push(`${name}:`, ...open.flatMap((one) => describe(one, people, items)));
      if (open.length === SHOWN) lines.push(`  (the oldest ${SHOWN} are shown)`);
      if (open.length > 0)
        lines.push(
          `  To decide one: decide-case <number> <same|different> --institution ${its} --by <your name>`,
          '  About an ORCID iD: move-connection, end-connection or merge-people; decide-case <number> different leaves all as it is.',
        );
      lines.push(...(await this.lostAnswers(id, name)));
    }
    return lines.length === 0 ? 'No case is open.' : lines.join('\n');
  }

  /** Nothing is to be decided about them: they must connect again, or remove us at ORCID. */
  private async lostAnswers(institutionId: string, name: string): Promise<string[]> {
    const lost = await this.exchanges.lost(institutionId, SHOWN);
    if (lost.length === 0) return [];
    const people = await this.people.describe(
      institutionId,
      lost.map(({ personId }) => personId),
    );
    return [
      `${name}: of these people ORCID's answer was lost. ORCID may list us under their "Trusted organizations", and we hold no permission. Ask them to connect again, or to remove us there:`,
      ...lost.map(({ personId, begunAt }) => `  - ${begunAt.toISOString()}: ${people.get(personId) ?? ''}`),
    ];
  }

  /** @throws CommandError when it cannot be decided so */
  async decide(id: string, decision: CaseDecision, { institution: slug, by }: CaseDecisionOptions): Promise<string> {
    const institution = await this.chosen.one(slug);
    const outcome = await this.decisions.decide(institution.id, id, decision, by);
    if (outcome !== 'decided') throw new CommandError(`Case ${id}: ${OBSTACLES[outcome]}`);
    return decision === 'same'
      ? 'Decided: one person. What the feed says of them is written with the next run of end-dates, at once by: run end-dates'
      : 'Decided: nothing changes, and the same is not asked again.';
  }
}

function describe(
  { id, kind, openedAt, personId, otherPersonId, evidence }: PersonCase,
  people: ReadonlyMap<string, string>,
  items: ReadonlyMap<string, readonly string[]>,
): string[] {
  const sides =
    otherPersonId == null
      ? [['who signs in', personId]]
      : [
          ['who signs in', personId],
          ['the other person', otherPersonId],
        ];
  return [
    `  - ${id}`,
    `    ${openedAt.toISOString()}: ${KINDS[kind]}`,
    ...sides.flatMap(([side, one = '']) => [
      `      ${side}: ${people.get(one) ?? ''} (person ${one})`,
      ...(items.get(one) ?? []).map((line) => `        ${line}`),
    ]),
    ...Object.entries(evidence).map(([fact, value]) => `      ${fact}: ${value === '' ? 'nobody' : value}`),
  ];
}
