import { ConnectionMove, type MoveOutcome } from '@ligature/connections';
import { counted } from '@ligature/runtime';
import { Injectable } from '@nestjs/common';
import { ChosenInstitution } from './chosen-institution.ts';
import { CommandError } from './command.error.ts';
import { KnownPeople } from './known-people.ts';
import type { BothPeopleOptions } from './both-people-options.ts';

/** Why a connection was not moved, and what to do. */
const OBSTACLES: Readonly<Record<Exclude<MoveOutcome['kind'], 'moved'>, string>> = {
  'same-person': 'Both are the same person here.',
  'not-connected': 'The first is not connected with an ORCID iD, so there is nothing to move.',
  'has-another-id':
    'The second is connected with an ORCID iD already. If that one is wrong, end it first (end-connection); if both are one human, let them say which iD is theirs.',
  'had-this-id':
    'The second was connected with this very iD before. Use end-connection for the first; then the second connects again, and goes on with what was written then.',
  'key-lost':
    'The key that sealed the permission is lost (LOST_TOKEN_KEYS), so it cannot change hands. Use end-connection for the first; then the second connects.',
};

/** Gives a connection to the person whose iD it is. */
@Injectable()
export class MoveConnectionCommand {
  constructor(
    private readonly chosen: ChosenInstitution,
    private readonly people: KnownPeople,
    private readonly connections: ConnectionMove,
  ) {}

  /** @throws CommandError when it cannot be moved; that is in the audit trail too */
  async run(from: string, to: string, { institution: slug, by, yes = false }: BothPeopleOptions): Promise<string> {
    const institution = await this.chosen.one(slug);
    const [fromId, toId] = [await this.people.one(institution, from), await this.people.one(institution, to)];
    const [before, items] = [
      await this.people.describe(institution.id, [fromId, toId]),
      await this.people.itemsOf(institution.id, [fromId]),
    ];
    if (!yes)
      return [
        'This would give the connection',
        `  of ${before.get(fromId) ?? ''}`,
        ...(items.get(fromId) ?? []).map((line) => `    ${line}`),
        `  to ${before.get(toId) ?? ''}.`,
        'What is said of the second as well keeps its put-code; what is said of the first only is taken off the record.',
        'Nothing was done yet: add --yes.',
      ].join('\n');
    const outcome = await this.connections.move(fromId, toId, by);
    if (outcome.kind !== 'moved') throw new CommandError(OBSTACLES[outcome.kind]);
    return [
      `Moved: ${outcome.orcid} is now connected for ${before.get(toId)?.split(';')[0] ?? ''}.`,
      `${counted(outcome.followed, 'item')} went along, each with its put-code; ${counted(outcome.toRemove, 'item')} of the first person's ${outcome.toRemove === 1 ? 'is' : 'are'} to be taken off the record.`,
      'The scheduler brings the record up to date at once; many removals at once wait for a release (plans).',
    ].join('\n');
  }
}
