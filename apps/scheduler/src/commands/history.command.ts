import { AuditRows } from '@ligature/persistence';
import { Injectable } from '@nestjs/common';
import { describeEvent } from './audit-words.ts';
import { ChosenInstitution } from './chosen-institution.ts';
import { KnownPeople } from './known-people.ts';

export interface HistoryOptions {
  readonly institution?: string;
  readonly json?: boolean;
}

/** So many entries are shown: those of some years. */
const MOST = 500;

/** What was done about one person, their connections, items and cases. */
@Injectable()
export class HistoryCommand {
  constructor(
    private readonly chosen: ChosenInstitution,
    private readonly people: KnownPeople,
    private readonly trail: AuditRows,
  ) {}

  /** @throws CommandError when nobody, or more than one, is meant */
  async run(who: string, { institution: slug, json = false }: HistoryOptions): Promise<string> {
    const institution = await this.chosen.one(slug);
    const personId = await this.people.one(institution, who);
    const events = await this.trail.ofPerson(institution.id, personId, MOST);
    if (json) return events.map((event) => JSON.stringify(event)).join('\n');
    const whose = (await this.people.describe(institution.id, [personId])).get(personId) ?? '';
    if (events.length === 0) return `${whose}\nNothing was done about this person yet.`;
    const older = events.length < MOST ? [] : [`Of the newest ${MOST} entries:`];
    return [whose, ...older, ...events.map(describeEvent)].join('\n');
  }
}
