import { type MergeOutcome, PersonMerge } from '@ligature/connections';
import { Injectable } from '@nestjs/common';
import type { BothPeopleOptions } from './both-people-options.ts';
import { ChosenInstitution } from './chosen-institution.ts';
import { CommandError } from './command.error.ts';
import { KnownPeople } from './known-people.ts';

/** Why two people were not merged, and what to do. */
const OBSTACLES: Readonly<Record<Exclude<MergeOutcome, 'merged'>, string>> = {
  'same-person': 'Both are the same person here already.',
  'both-connected':
    'Both are connected now, with two ORCID iDs. Ask them which is theirs, and end the other connection first (end-connection).',
  'key-lost':
    'The key that sealed a permission of the first is lost (LOST_TOKEN_KEYS), so it cannot change hands. Name the two the other way round, or put the key back.',
};

/** Makes one of two local people who are one human. */
@Injectable()
export class MergePeopleCommand {
  constructor(
    private readonly chosen: ChosenInstitution,
    private readonly people: KnownPeople,
    private readonly merge: PersonMerge,
  ) {}

  /** @throws CommandError when they cannot be merged; that is in the audit trail too */
  async run(who: string, into: string, { institution: slug, by, yes = false }: BothPeopleOptions): Promise<string> {
    const institution = await this.chosen.one(slug);
    const [sourceId, targetId] = [await this.people.one(institution, who), await this.people.one(institution, into)];
    const before = await this.people.describe(institution.id, [sourceId, targetId]);
    if (!yes)
      return [
        'This would make one person of',
        `  ${before.get(sourceId) ?? ''} (person ${sourceId})`,
        `  and ${before.get(targetId) ?? ''} (person ${targetId}), who remains.`,
        'Staff ids, sign-ins, what feeds state, connections and items of the first go to the second. This cannot be undone.',
        'Nothing was done yet: add --yes.',
      ].join('\n');
    const outcome = await this.merge.merge(sourceId, targetId, by);
    if (outcome !== 'merged') throw new CommandError(OBSTACLES[outcome]);
    const after = (await this.people.describe(institution.id, [targetId])).get(targetId) ?? '';
    return [
      `Merged: ${after} (person ${targetId}).`,
      `The number ${sourceId} goes on naming this person. Whoever is signed in as the first signs in again.`,
    ].join('\n');
  }
}
