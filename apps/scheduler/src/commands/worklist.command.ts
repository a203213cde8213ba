import { titleOf } from '@ligature/orcid-model';
import type { Institution } from '@ligature/persistence';
import { type RemovalOutcome, Worklist, type WorklistEntry, WorklistRemoval } from '@ligature/record-sync';
import { Injectable } from '@nestjs/common';
import { ChosenInstitution } from './chosen-institution.ts';
import { CommandError } from './command.error.ts';

export interface WorklistOptions {
  readonly institution?: string;
  readonly json?: boolean;
}

export interface RemovalOptions {
  readonly institution?: string;
  /** Who decides; kept in the audit trail. */
  readonly by: string;
}

/** Why an item was not removed, and what to do. */
const OBSTACLES: Readonly<Record<Exclude<RemovalOutcome, 'removed'>, string>> = {
  'not-listed': 'it is not on the worklist. "worklist" shows what is.',
  'owner-only': 'no permission of this connection is left that could remove it. The owner of that iD can, at ORCID.',
  refused: 'ORCID refused to remove it. It stays on the worklist: try again another day, or ask the owner of that iD.',
  'not-found': 'ORCID did not find it, so somebody has removed it. It is not on the worklist any more.',
};

/** Shows what stands on records of people who ended their permission and is not true any more, and removes it. */
@Injectable()
export class WorklistCommand {
  constructor(
    private readonly chosen: ChosenInstitution,
    private readonly worklist: Worklist,
    private readonly removal: WorklistRemoval,
  ) {}

  async run({ institution: slug, json: asJson = false }: WorklistOptions): Promise<string> {
    const lines: string[] = [];
    for (const institution of await this.chosen.some(slug)) {
      const entries: WorklistEntry[] = [];
      for await (const entry of this.worklist.of(institution)) entries.push(entry);
      if (asJson) lines.push(...entries.map((entry) => JSON.stringify(factsOf(institution, entry))));
      else if (entries.length > 0) lines.push(`${institution.name}:`, ...entries.flatMap(describe), howTo(institution));
    }
    return lines.length > 0 || asJson ? lines.join('\n') : NOTHING;
  }

  /** @throws CommandError when it was not removed */
  async remove(itemId: string, { institution: slug, by }: RemovalOptions): Promise<string> {
    const outcome = await this.removal.remove(await this.chosen.one(slug), itemId, by);
    if (outcome !== 'removed') throw new CommandError(`Item ${itemId}: ${OBSTACLES[outcome]}`);
    return 'Removed from the record.';
  }
}

const NOTHING = 'Nothing on records of people who ended their permission is out of date.';

function describe({ item, reason, isRemovable }: WorklistEntry): string[] {
  const { name, staffIds, orcid, section, putCode, itemId } = item;
  const staff = staffIds.length === 0 ? '' : `, staff id ${staffIds.join(', ')}`;
  return [
    `  - ${itemId}`,
    `    ${name ?? 'Name not known'} (${orcid}${staff}): ${section}${titled(item)}, put-code ${putCode}`,
    `    ${whatIsWrong(reason)} ${endOf(item)}`,
    `    ${remainingOf(item, isRemovable)}`,
  ];
}

function howTo({ slug }: Institution): string {
  return `  To remove one: remove-item <number> --institution ${slug} --by <your name>`;
}

function whatIsWrong(reason: WorklistEntry['reason']): string {
  if (reason.kind === 'ended') return `It ended on ${reason.end}, and stands there without that end.`;
  return reason.kind === 'withdrawn' ? WITHDRAWN : NOT_THEIRS;
}

function remainingOf({ removesItems }: WorklistEntry['item'], isRemovable: boolean): string {
  if (!isRemovable) return OWNER_ONLY;
  return removesItems ? TRIED_AGAIN : REMOVABLE;
}

const NOT_THEIRS = 'The record is not this person’s, so nothing of theirs should stand there.';
const TRIED_AGAIN =
  'ORCID has not removed it yet. That is tried again every day for two weeks; remove-item tries it now.';
const WITHDRAWN = 'The institution does not assert it any more.';
const REMOVABLE =
  'It can be removed or left as it is; its end can be written only if the person connects this very iD again, or by its owner at ORCID.';
const OWNER_ONLY =
  'Only the owner of that iD can change or remove it, at ORCID; if this person connects this very iD again, it is brought up to date.';

function endOf({ endedBy, endedAt, removesItems }: WorklistEntry['item']): string {
  const day = endedAt.toISOString().slice(0, 10);
  if (removesItems) return `An operator ended the connection on ${day}.`;
  return endedBy === 'disconnected'
    ? `The person disconnected on ${day}.`
    : `ORCID refuses their permission; it counts as ended since ${day}.`;
}

function titled({ content }: WorklistEntry['item']): string {
  return content === null ? '' : ` "${titleOf(content)}"`;
}

/** One entry for a program. */
function factsOf({ slug }: Institution, { item, reason, isRemovable }: WorklistEntry): object {
  const { personId, name, staffIds, orcid, itemId, section, putCode, content, endedBy, endedAt } = item;
  return {
    institution: slug,
    person: { id: personId, name, staffIds, orcid },
    item: { id: itemId, section, putCode, title: content === null ? null : titleOf(content) },
    reason: reason.kind,
    end: reason.kind === 'ended' ? reason.end : null,
    permission: { ended: item.removesItems ? 'by-operator' : endedBy, at: endedAt.toISOString() },
    remaining: isRemovable ? ['remove', 'leave'] : ['leave'],
  };
}
