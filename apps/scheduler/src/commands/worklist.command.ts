import { titleOf } from '@ligature/orcid-model';
import type { Institution } from '@ligature/persistence';
import { Worklist, type WorklistEntry } from '@ligature/record-sync';
import { Injectable } from '@nestjs/common';
import { ChosenInstitution } from './chosen-institution.ts';

export interface WorklistOptions {
  readonly institution?: string;
  readonly json?: boolean;
}

/** Shows what stands on records of people who ended their permission, and is not true any more. */
@Injectable()
export class WorklistCommand {
  constructor(
    private readonly chosen: ChosenInstitution,
    private readonly worklist: Worklist,
  ) {}

  async run({ institution: slug, json: asJson = false }: WorklistOptions): Promise<string> {
    const lines: string[] = [];
    for (const institution of await this.chosen.some(slug)) {
      const entries: WorklistEntry[] = [];
      for await (const entry of this.worklist.of(institution)) entries.push(entry);
      if (asJson) lines.push(...entries.map((entry) => JSON.stringify(factsOf(institution, entry))));
      else if (entries.length > 0) lines.push(`${institution.name}:`, ...entries.flatMap(describe));
    }
    return lines.length > 0 || asJson ? lines.join('\n') : NOTHING;
  }
}

const NOTHING = 'Nothing on records of people who ended their permission is out of date.';

function describe({ item, reason, isRemovable }: WorklistEntry): string[] {
  const { name, staffIds, orcid, section, putCode, itemId } = item;
  const staff = staffIds.length === 0 ? '' : `, staff id ${staffIds.join(', ')}`;
  const what = reason.kind === 'ended' ? `It ended on ${reason.end}, and stands there without that end.` : WITHDRAWN;
  return [
    `  - ${itemId}`,
    `    ${name ?? 'Name not known'} (${orcid}${staff}): ${section}${titled(item)}, put-code ${putCode}`,
    `    ${what} ${endOf(item)}`,
    `    ${isRemovable ? REMOVABLE : OWNER_ONLY}`,
  ];
}

const WITHDRAWN = 'The institution does not assert it any more.';
const REMOVABLE =
  'It can be removed or left as it is; its end can be written only if the person connects again, or by the person at ORCID.';
const OWNER_ONLY =
  'Only the person can change or remove it, at ORCID; if they connect again, it is brought up to date.';

function endOf({ endedBy, endedAt }: WorklistEntry['item']): string {
  const day = endedAt.toISOString().slice(0, 10);
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
    permission: { ended: endedBy, at: endedAt.toISOString() },
    remaining: isRemovable ? ['remove', 'leave'] : ['leave'],
  };
}
