import { ConnectionEnding, type EndedConnections } from '@ligature/connections';
import { ConnectionRows, RecordItemRows, type ShownConnection } from '@ligature/persistence';
import { type Clearance, RecordClearing } from '@ligature/record-sync';
import { counted } from '@ligature/runtime';
import { Injectable } from '@nestjs/common';
import { ChosenInstitution } from './chosen-institution.ts';
import { CommandError } from './command.error.ts';
import { describeItem, KnownPeople, standsThere } from './known-people.ts';

export interface EndConnectionOptions {
  readonly institution?: string;
  /** Who decides; kept in the audit trail. */
  readonly by: string;
  readonly keepItems?: boolean;
  /** Without it, it is only said what it means. */
  readonly yes?: boolean;
}

/** Ends one person's connection: that to an iD which is somebody else's, or whose token leaked. */
@Injectable()
export class EndConnectionCommand {
  constructor(
    private readonly chosen: ChosenInstitution,
    private readonly people: KnownPeople,
    private readonly connections: ConnectionRows,
    private readonly items: RecordItemRows,
    private readonly ending: ConnectionEnding,
    private readonly clearing: RecordClearing,
  ) {}

  /** @throws CommandError when nobody is meant, or there is nothing to end */
  async run(who: string, options: EndConnectionOptions): Promise<string> {
    const institution = await this.chosen.one(options.institution);
    const personId = await this.people.one(institution, who);
    const connection = (await this.connections.latestOf(institution.id, [personId])).get(personId);
    if (connection === undefined) throw new CommandError(`This person has never connected an ORCID iD.`);
    const whose = (await this.people.describe(institution.id, [personId])).get(personId) ?? '';
    if (options.yes !== true) return this.preview(institution.id, connection, whose, options);
    const { by, keepItems: keepsItems = false } = options;
    const ended = await this.ending.end(personId, { by, keepsItems });
    if (ended === undefined) throw new CommandError(`There is nothing to end: ${whose}.`);
    return [`Ended: ${connection.orcid} of ${whose}.`, ...(await this.tell(ended, connection, keepsItems))].join('\n');
  }

  private async preview(
    institutionId: string,
    { id, orcid, connectedAt, endedAt }: ShownConnection,
    whose: string,
    { keepItems = false }: EndConnectionOptions,
  ): Promise<string> {
    const items = (await this.items.ofConnections(institutionId, [id])).get(id) ?? [];
    const standing = items.filter(standsThere);
    const since = `connected ${connectedAt.toISOString()}${endedAt == null ? '' : `, ended ${endedAt.toISOString()}`}`;
    return [
      `This would end the connection of ${whose}`,
      `  with ${orcid}, ${since}.`,
      standing.length === 0
        ? 'Nothing that we know of stands on that record.'
        : `${keepItems ? 'These stay' : 'These are taken off'} that record:`,
      ...standing.map((item) => `  - ${describeItem(item)}`),
      'Then ORCID is told to end the permission. Nothing was done yet: add --yes.',
    ].join('\n');
  }

  /** What was done now, what is left, and who does it. */
  private async tell(ended: EndedConnections, { orcid }: ShownConnection, keepsItems: boolean): Promise<string[]> {
    if (keepsItems) return ['What was written stays on the record.', BY_THE_SCHEDULER];
    if (ended.toClear.length === 0)
      return [`No token is left that could remove anything from ${orcid}. ${ON_WORKLIST}`];
    try {
      const done = [];
      for (const id of ended.toClear) done.push(await this.clearing.clear(id));
      return describeClearance(done, orcid);
    } catch (error) {
      const why = error instanceof Error ? error.name : 'unknown';
      return [
        `ORCID gave no answer that says anything (${why}), so not everything is off the record of ${orcid} yet.`,
        'Nothing is lost: nothing more is written there, and the scheduler takes the rest off and has the permission ended when ORCID answers again.',
      ];
    }
  }
}

const BY_THE_SCHEDULER = 'The scheduler has ORCID end the permission within a minute.';
const ON_WORKLIST = 'What stands there is on the worklist.';

function describeClearance(done: readonly Clearance[], orcid: string): string[] {
  const [before, left] = [sumOf(done.map((one) => one.before)), sumOf(done.map((one) => one.left))];
  const removed = `${counted(before - left, 'item')} of ${before} taken off the record of ${orcid}.`;
  if (left === 0) return [removed, BY_THE_SCHEDULER];
  const isRefused = done.some(({ obstacle }) => obstacle === 'refused');
  const why = isRefused ? 'ORCID refuses the permission' : 'ORCID takes no change of that record for now';
  return [
    removed,
    `${why}, so ${counted(left, 'item')} may stand there still. ${ON_WORKLIST}`,
    'The permission is kept for the removal only, which is tried again every day for two weeks; then ORCID is told to end it.',
  ];
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}
